/** The page: takes what is asked from the controls or the address, and shows the answer. */
import { complete } from './ask/completions.js';
import * as controls from './ask/controls.js';
import { countsOfCorpus } from './ask/filter-values.js';
import * as filters from './ask/filters.js';
import { drawHits, unfold } from './ask/hits.js';
import { listen } from './ask/keyboard.js';
import { drawCorrections, drawDegraded, drawNearSections, drawNoMatch, drawProblem, drawUnanswered } from './ask/notices.js';
import { drawRecent, remember } from './ask/recent-questions.js';
import { drawStart } from './ask/start-view.js';
import { showComparison } from './compare/compare.js';
import * as entry from './entry/entry.js';
import * as evaluation from './evaluation/evaluation.js';
import * as findings from './findings/findings.js';
import { address, commit, draft, isDraft, keepsQuestion, read, step } from './shared/address.js';
import { copyLink } from './shared/dom/copy-link.js';
import * as modePicker from './shared/mode-picker.js';
import * as api from './shared/server/api.js';
import { runLatest } from './shared/server/request-queue.js';
import { answerKind } from './shared/text/answer-kind.js';
import { plural } from './shared/text/format.js';
import * as statusView from './status/status.js';
import * as topics from './topics/topics.js';

/** What is neither the start nor the answer to a question: each asks, and resolves to what draws it. */
const VIEWS = { entry, topics, findings, evaluation, status: statusView };
/** How long nothing is typed before the address follows: browsers refuse to write it at every key. */
const SETTLED_MS = 250;
/** How long the hits wait for the first answer, to be shown with it at once and not to move when it comes. */
const TOGETHER_MS = 60;
/** From here on the first answer is unfolded: it is at least as likely to be right as not. */
const UNFOLDED_FROM = 0.5;

const ASKABLE = /[\p{L}\p{N}]/u;

const at = (id) => document.getElementById(id);
const [main, field, count, aside, notice, list] =
  [document.querySelector('main'), at('q'), at('count'), at('aside'), at('notice'), at('hits')];

let state = read();
let status = null;
let asking = new AbortController();
let settling = 0;

/** Shows one view with nothing left of what was shown before. */
function view(id) {
  for (const other of ['start', 'results', 'compare', 'view']) at(other).hidden = other !== id;
  if (id !== 'view') at('view').replaceChildren();
  const here = state.entry ? '' : state.view;
  for (const link of document.querySelectorAll('#views a')) {
    if (link.dataset.view === here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  count.textContent = aside.textContent = '';
  notice.replaceChildren();
  list.replaceChildren();
  document.title = state.q ? `${state.q} – Qorpus` : 'Qorpus';
}

const atStart = () => !state.q && !state.entry && !state.view;

/** What is under way is of no use once something else is asked: it must never be shown. */
function forget() {
  clearTimeout(settling);
  asking.abort();
  asking = new AbortController();
  main.setAttribute('aria-busy', 'false');
  return asking.signal;
}

/** Resolves to whether the answer was shown, and not overtaken by another question. */
async function ask() {
  const signal = forget();
  if (atStart()) {
    showStart();
    return true;
  }
  main.setAttribute('aria-busy', 'true');
  try {
    const show = await runLatest(signal, answer);
    if (!signal.aborted) show();
  } catch (error) {
    if (signal.aborted) return false;
    view(null);
    drawProblem(notice, error);
    // What is no problem of the server's is a mistake in this page, and should be seen as one.
    if (!(error instanceof api.Problem)) console.error(error);
  } finally {
    if (!signal.aborted) main.setAttribute('aria-busy', 'false');
  }
  return !signal.aborted;
}

async function answer(signal) {
  const page = !state.q && state.entry ? 'entry' : state.view;
  if (page) {
    const draw = await VIEWS[page].open(state, signal);
    return () => {
      view('view');
      draw(at('view'));
    };
  }
  if (state.mode === 'compare') {
    const found = await api.compare(state, modePicker.chosen(state.modes, status), signal);
    return () => showCompare(found);
  }
  const found = await api.search(state, signal, { facets: filters.isOpen() });
  const [first] = found.hits;
  if (isSure(found)) {
    first.entry = api.answer(first, found.query, signal).catch(() => null);
    await Promise.race([first.entry, new Promise((resolve) => setTimeout(resolve, TOGETHER_MS))]);
  }
  return () => showHits(found);
}

const isSure = ({ answered, confidence, hits }) => answered && confidence >= UNFOLDED_FROM && hits[0]?.answered;

function showStart() {
  view('start');
  countCorpus();
  at('start').replaceChildren();
  if (status) drawStart(at('start'), status, state.mode);
  const recent = drawRecent(state.mode);
  if (recent) at('start').append(recent);
}

function showHits(found) {
  const { hits, total, tookMillis, confidence } = found;
  const kind = answerKind(found);
  const walking = list.contains(document.activeElement);
  view('results');
  drawHits(list, found, kind === 'near');
  if (found.facets) filters.show(found.facets);
  // Who had gone on to the hits before these came goes on from the first.
  if (walking) list.firstElementChild?.focus({ preventScroll: true });
  if (isSure(found)) unfold(list.firstElementChild);
  if (hits.length === 0) drawNoMatch(notice, state);
  else if (kind !== 'answer') drawUnanswered(notice, kind);
  if (found.degraded) drawDegraded(notice, found.degraded);
  if (hits.length === 0) return;
  if (kind === 'near') drawNearSections(notice, hits, state);
  if (found.corrections?.length) drawCorrections(notice, found.corrections);
  count.textContent = total > hits.length
    ? `${hits.length} of ${plural(total, 'entry', 'entries')}` : plural(hits.length, 'entry', 'entries');
  aside.textContent = [
    Number.isFinite(confidence) && `confidence ${Math.round(confidence * 100)}\u00a0%`,
    `${Math.round(tookMillis)}\u00a0ms`,
  ].filter(Boolean).join(' · ');
  offerLink();
}

const offerLink = () => aside.append(' ', copyLink(address(state), 'Copy a link to this question'));

function showCompare(found) {
  view('compare');
  countCorpus();
  if (found.modes.every((mode) => found.results[mode].hits.length === 0)) {
    at('compare').hidden = true;
    return drawNoMatch(notice, state);
  }
  offerChoice();
  showComparison(found, state);
  count.textContent = `${plural(found.modes.length, 'list', 'lists')} compared`;
  aside.textContent = `${Math.round(found.tookMillis)}\u00a0ms`;
  offerLink();
}

/** What could be compared is known as soon as the status is, before the lists or after them. */
function offerChoice() {
  if (!status || at('compare').hidden) return;
  at('choice').replaceChildren(modePicker.drawModePicker(modePicker.chosen(state.modes, status), status, (modes) => {
    state = { ...state, modes };
    step(state);
    ask();
  }));
}

/** Follows an address inside the page. */
async function go(to) {
  closeCompletions();
  state = read(new URL(to, location.href).search);
  step(state);
  remember(state.q);
  controls.write(state);
  if (!await ask()) return;
  scrollTo(0, 0);
  // What was clicked is no longer there; without this the keyboard would be back at the top of the page.
  (at('view').querySelector('h2') ?? list.querySelector('.hit') ?? field).focus({ preventScroll: true });
}

function countCorpus() {
  if (status) filters.show(countsOfCorpus(status.values));
}

/** Counts by filter: of what is shown, or else of the whole corpus. */
async function countValues() {
  if (!status) return;
  if (!filters.isOpen() || !state.q || state.mode === 'compare') return countCorpus();
  try {
    filters.show((await api.search(state, asking.signal, { k: 1, facets: true })).facets);
  } catch (error) {
    if (error.name !== 'AbortError') countCorpus();
  }
}

async function learn() {
  try {
    status = await api.status();
  } catch (error) {
    if (atStart()) drawProblem(notice, error);
    return;
  }
  controls.offer(status);
  offerChoice();
  countValues();
  if (state.mode !== 'compare' && !status.modes.includes(state.mode)) {
    state.mode = status.modes[0];
    controls.write(state);
    ask();
  } else if (atStart()) {
    showStart();
  }
}

field.addEventListener('input', () => {
  state = { ...state, q: controls.question(), entry: '', view: keepsQuestion(state.view) ? state.view : '' };
  // At once: a question costs less than waiting for the next key, which makes this one stale. Signs alone are the
  // beginning of something, and no question unless somebody says so by Enter.
  if (!state.q || ASKABLE.test(state.q)) ask();
  else forget();
  // The first key leaves where one was, so that Back leads there however soon it is pressed; not every key is worth a
  // new address, of which browsers allow so many a second.
  if (state.q && isDraft()) settling = setTimeout(draft, SETTLED_MS, state);
  else draft(state);
});

const closeCompletions = complete(field, at('completions'), (text) => {
  field.value = text;
  meant();
});

/** Asks what stands in the field, as something that is meant. */
function meant() {
  closeCompletions();
  state = { ...state, q: controls.question(), entry: '', view: keepsQuestion(state.view) ? state.view : '' };
  commit(state);
  remember(state.q);
  ask();
}

filters.listen(countValues, () => {
  state = { ...state, q: controls.question(), ...controls.chosen() };
  step(state);
  ask();
});

at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  meant();
});

at('ask').addEventListener('change', (event) => {
  if (event.target === field) return;
  state = { ...state, q: controls.question(), ...controls.chosen() };
  step(state);
  controls.write(state);
  ask();
});

document.addEventListener('click', (event) => {
  // Who uses a hit means the question: typing another one must not overwrite it in the history.
  if (event.target.closest('.hit')) {
    commit(state);
    remember(state.q);
  }
  const target = event.target.closest('[data-go]');
  if (!target || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(target.dataset.go);
});

addEventListener('popstate', () => {
  closeCompletions();
  state = read();
  controls.write(state);
  ask();
});

api.server.addEventListener('gone', () => {
  at('gone').textContent = 'The server does not answer; retrying…';
  // The hits on the page belong to an earlier question than the one that waits.
  if (main.getAttribute('aria-busy') === 'true') view(null);
});

api.server.addEventListener('back', () => {
  at('gone').textContent = '';
  learn();
});

listen(field, list, () => {
  field.value = '';
  field.dispatchEvent(new Event('input'));
});

controls.write(state);
ask();
learn();
