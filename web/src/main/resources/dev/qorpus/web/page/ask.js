/** The page: takes what is asked from the controls or the address, and shows the answer. */
import * as api from './api.js';
import { commit, draft, keepsQuestion, read, step } from './address.js';
import { drawCompare } from './compare.js';
import * as controls from './controls.js';
import { plural } from './dom.js';
import * as entry from './entry.js';
import * as findings from './findings.js';
import { drawHits } from './hits.js';
import { listen } from './keys.js';
import { drawCorrections, drawNoMatch, drawProblem, drawStart, drawUnanswered } from './start.js';
import * as statusView from './status.js';
import * as topics from './topics.js';
import { verdict } from './verdict.js';

/** What is neither the start nor the answer to a question: each asks, and resolves to what draws it. */
const VIEWS = { entry, topics, findings, status: statusView };
const PAUSE_MS = 120;
const at = (id) => document.getElementById(id);
const [main, field, count, aside, notice, list] =
  [document.querySelector('main'), at('q'), at('count'), at('aside'), at('notice'), at('hits')];

let state = read();
let status = null;
let asking = new AbortController();
let pause = 0;

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
  clearTimeout(pause);
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
    const show = await answer(signal);
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
    const modes = ['lexical', 'dense', 'hybrid'].filter((mode) => !status || status.modes.includes(mode));
    const found = await api.compare(state, modes, signal);
    return () => showCompare(found);
  }
  const found = await api.search(state, signal);
  return () => showHits(found);
}

function showStart() {
  view('start');
  if (status) drawStart(at('start'), status, state.mode);
}

function showHits(found) {
  const { hits, total, tookMillis, confidence } = found;
  const how = verdict(found);
  view('results');
  drawHits(list, hits, how === 'near');
  if (hits.length === 0) return drawNoMatch(notice, state);
  if (how !== 'answer') drawUnanswered(notice, how);
  if (found.corrections?.length) drawCorrections(notice, found.corrections);
  count.textContent = total > hits.length
    ? `${hits.length} of ${plural(total, 'entry', 'entries')}` : plural(hits.length, 'entry', 'entries');
  aside.textContent = [
    Number.isFinite(confidence) && `confidence ${Math.round(confidence * 100)}\u00a0%`,
    `${Math.round(tookMillis)}\u00a0ms`,
  ].filter(Boolean).join(' · ');
}

function showCompare(found) {
  view('compare');
  if (found.modes.every((mode) => found.results[mode].hits.length === 0)) {
    at('compare').hidden = true;
    return drawNoMatch(notice, state);
  }
  drawCompare(found);
  count.textContent = `${plural(found.modes.length, 'list', 'lists')} compared`;
  aside.textContent = `${Math.round(found.tookMillis)}\u00a0ms`;
}

/** Follows an address inside the page. */
async function go(address) {
  state = read(new URL(address, location.href).search);
  step(state);
  controls.write(state);
  if (!await ask()) return;
  scrollTo(0, 0);
  // What was clicked is no longer there; without this the keyboard would be back at the top of the page.
  (at('view').querySelector('h2') ?? list.querySelector('.hit') ?? field).focus({ preventScroll: true });
}

async function learn() {
  try {
    status = await api.status();
  } catch (error) {
    if (atStart()) drawProblem(notice, error);
    return;
  }
  controls.offer(status, state);
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
  forget();
  const settled = () => {
    draft(state);
    ask();
  };
  if (state.q) pause = setTimeout(settled, PAUSE_MS);
  else settled();
});

at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  state = { ...state, q: controls.question(), entry: '', view: keepsQuestion(state.view) ? state.view : '' };
  commit(state);
  ask();
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
  if (event.target.closest('.hit')) commit(state);
  const target = event.target.closest('[data-go]');
  if (!target || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(target.dataset.go);
});

addEventListener('popstate', () => {
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
