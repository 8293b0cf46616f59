/** The page: reads the question from the controls or the address, and shows the answer. */
import { complete } from './ask/completions.js';
import * as controls from './ask/controls.js';
import { countsOfCorpus } from './ask/filter-values.js';
import * as filters from './ask/filters.js';
import { drawIndexing } from './ask/indexing-progress.js';
import { listen } from './ask/keyboard.js';
import { resumeList } from './ask/list-end.js';
import { drawNoMatch, drawProblem } from './ask/notices.js';
import { drawRecent, remember } from './ask/recent-questions.js';
import { search, showHits } from './ask/search-view.js';
import { drawStart } from './ask/start-view.js';
import { showComparison } from './compare/compare.js';
import * as entry from './entry/entry.js';
import * as evaluation from './evaluation/evaluation.js';
import * as findings from './findings/findings.js';
import { startJudging } from './judge/judge.js';
import { noteAsked } from './judge/unanswered.js';
import { address, commit, draft, followList, followsList, isDraft, keepsQuestion, leave, leftAt, read, step } from './shared/address.js';
import { keepList, restoreList } from './shared/kept-list.js';
import * as modePicker from './shared/mode-picker.js';
import { at, field, list, main, notice, showPane, showSummary } from './shared/panes.js';
import * as api from './shared/server/api.js';
import { runLatest } from './shared/server/request-queue.js';
import { plural } from './shared/text/format.js';
import { offerThemes } from './shared/theme.js';
import * as statusView from './status/status.js';
import * as topics from './topics/topics.js';

/** Views that are neither the start nor an answer. Each `open` asks the server, and resolves to a function that draws. */
const VIEWS = { entry, topics, findings, evaluation, status: statusView };
/** How long typing pauses before the address is written. Browsers limit how often that may happen. */
const SETTLED_MS = 250;

/** The panes from which entries are opened. */
const LISTS = ['results', 'compare'];
const ASKABLE = /[\p{L}\p{N}]/u;

let state = read();
let status = null;
let asking = new AbortController();
let settling = 0;

const atStart = () => !state.q && !state.entry && !state.view;

/** Cancels the requests of an earlier question, so that their answers are never shown. */
function cancelRequests() {
  clearTimeout(settling);
  asking.abort();
  asking = new AbortController();
  main.setAttribute('aria-busy', 'false');
  return asking.signal;
}

/** Asks the server. Resolves to whether the answer was shown: a later question cancels it. */
async function ask() {
  const signal = cancelRequests();
  if (atStart()) {
    showStart();
    document.body.classList.add('drawn');
    return true;
  }
  main.setAttribute('aria-busy', 'true');
  try {
    const show = await runLatest(signal, answer);
    if (!signal.aborted) show();
  } catch (error) {
    if (signal.aborted) return false;
    showPane(null, state);
    drawProblem(notice, error);
    // Any other error is a bug in this page, and belongs on the console.
    if (!(error instanceof api.Problem)) console.error(error);
  } finally {
    if (!signal.aborted) {
      main.setAttribute('aria-busy', 'false');
      document.body.classList.add('drawn');
    }
  }
  return !signal.aborted;
}

async function answer(signal) {
  const page = state.entry ? 'entry' : state.view;
  if (page) {
    const draw = await VIEWS[page].open(state, signal);
    return () => {
      showPane('view', state);
      draw(at('view'));
    };
  }
  if (state.mode === 'compare') {
    const found = await api.compare(state, modePicker.chosen(state.modes, status), signal);
    return () => {
      showLists(found);
      noteAsked(state.q, !isDraft());
    };
  }
  const found = await search(state, signal);
  return () => {
    showHits(found, state, signal);
    noteAsked(state.q, !isDraft());
  };
}

function showStart() {
  showPane('start', state);
  showCorpusCounts();
  at('start').replaceChildren();
  if (status) drawStart(at('start'), status, state.mode);
  const recent = drawRecent(state.mode);
  if (recent) at('start').append(recent);
  at('start').prepend(drawIndexing(loadStatus));
}

function showLists(found) {
  showPane('compare', state);
  showCorpusCounts();
  if (found.modes.every((mode) => found.results[mode].hits.length === 0)) {
    at('compare').hidden = true;
    return drawNoMatch(notice, state);
  }
  offerModes();
  showComparison(found, state);
  showSummary(`${plural(found.modes.length, 'list', 'lists')} compared`, `${Math.round(found.tookMillis)}\u00a0ms`, state);
}

/** Offers the modes to compare. The status that names them comes before the lists or after them. */
function offerModes() {
  if (!status || at('compare').hidden) return;
  at('choice').replaceChildren(modePicker.drawModePicker(modePicker.chosen(state.modes, status), status, (modes) => {
    state = { ...state, modes };
    step(state);
    ask();
  }));
}

/** Opens an address of the page without loading the page again. */
async function navigate(to) {
  closeCompletions();
  const left = LISTS.find((pane) => !at(pane).hidden);
  const next = read(new URL(to, location.href).search);
  const opens = left && next.entry && state.q === next.q;
  if (opens) keepList(state, left);
  leave();
  state = next;
  step(state);
  if (opens) followList();
  remember(state.q);
  controls.write(state);
  if (!await ask()) return;
  scrollTo(0, 0);
  // The link is gone. Without a new focus, the keyboard would be back at the top of the page.
  (at('view').querySelector('h2') ?? list.querySelector('.hit') ?? field).focus({ preventScroll: true });
}

function showCorpusCounts() {
  if (status) filters.show(countsOfCorpus(status.values));
}

/** Shows counts for each filter: those of the hits, or of the whole corpus. */
async function updateCounts() {
  if (!status) return;
  if (!filters.isOpen() || !state.q || state.mode === 'compare') return showCorpusCounts();
  try {
    filters.show((await api.search(state, asking.signal, { k: 1, facets: true })).facets);
  } catch (error) {
    if (error.name !== 'AbortError') showCorpusCounts();
  }
}

async function loadStatus() {
  try {
    status = await api.status();
  } catch (error) {
    if (atStart()) drawProblem(notice, error);
    return;
  }
  controls.offer(status);
  offerModes();
  updateCounts();
  if (state.mode !== 'compare' && !status.modes.includes(state.mode)) {
    state.mode = status.modes[0];
    controls.write(state);
    ask();
  } else if (atStart()) {
    showStart();
  }
}

/** The state of the question in the field. */
const asked = () => ({ ...state, q: controls.question(), reading: '', entry: '', passage: '', view: keepsQuestion(state.view) ? state.view : '' });

field.addEventListener('input', () => {
  state = asked();
  // At once: a question costs less than waiting for the next key, which cancels it. Without a letter or digit it is not
  // asked before Enter is pressed.
  if (!state.q || ASKABLE.test(state.q)) ask();
  else cancelRequests();
  // The first key adds a history entry, so that Back returns to where the reader was. Later keys rewrite it, with a
  // pause between, because browsers limit how often that may happen.
  if (state.q && isDraft()) settling = setTimeout(draft, SETTLED_MS, state);
  else draft(state);
});

const closeCompletions = complete(field, at('completions'), (text) => {
  field.value = text;
  submit();
});

/** Asks the question in the field, and keeps it in the history. */
function submit() {
  closeCompletions();
  state = asked();
  commit(state);
  remember(state.q);
  ask();
}

/** Asks with another mode or other filters. An entry of the old list gives way to the new list. */
function change() {
  const q = controls.question();
  state = { ...state, q, ...controls.chosen(), ...(q && { entry: '', passage: '' }) };
  step(state);
  ask();
}

filters.listen(updateCounts, change);

at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

at('ask').addEventListener('change', (event) => {
  if (event.target === field) return;
  change();
  controls.write(state);
});

document.addEventListener('click', (event) => {
  // Using a hit confirms the question: the next one gets a history entry of its own.
  if (event.target.closest('.hit')) {
    commit(state);
    remember(state.q);
  }
  const target = event.target.closest('[data-go]');
  if (!target || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (target.dataset.back !== undefined && followsList()) history.back();
  else navigate(target.dataset.go);
});

// What is shown comes later than the browser would scroll.
history.scrollRestoration = 'manual';

addEventListener('popstate', async () => {
  closeCompletions();
  state = read();
  controls.write(state);
  if (restoreList(state)) {
    resumeList(cancelRequests());
    return;
  }
  if (await ask()) scrollTo(0, leftAt());
});

api.server.addEventListener('gone', () => {
  at('gone').textContent = 'The server does not answer; retrying…';
  // The hits on the page belong to an earlier question than the one that is waiting.
  if (main.getAttribute('aria-busy') === 'true') showPane(null, state);
});

api.server.addEventListener('back', () => {
  at('gone').textContent = '';
  loadStatus();
});

function empty() {
  field.value = '';
  field.dispatchEvent(new Event('input'));
  field.focus();
}

listen(field, list, { clear: empty, keys: at('keys') });
at('clear').addEventListener('click', empty);
at('keys-open').addEventListener('click', () => at('keys').showModal());
offerThemes(at('theme'));

controls.write(state);
// First, because it is answered before the hits are there: then nothing moves.
startJudging();
ask();
loadStatus();
