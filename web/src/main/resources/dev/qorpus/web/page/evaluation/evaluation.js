/** The evaluation of modes on judged questions: figures, and the differences of two modes by question. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { followLink } from '../shared/dom/follow-link.js';
import { exportLinks } from '../shared/export-links.js';
import { drawModePicker, USUAL_MODES } from '../shared/mode-picker.js';
import * as api from '../shared/server/api.js';
import { bytes, millis, number, percent, plural } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';
import { bestFigures, evaluationRows } from './differences.js';
import { drawModeDiff } from './mode-diff.js';

const AGAIN_MS = 500;
const MEASURES = ['ndcg@10', 'mrr@10', 'hit@1', 'recall@10', 'recall@100'];
const TITLES = { 'ndcg@10': 'nDCG@10', 'mrr@10': 'MRR@10', 'hit@1': 'hit@1', 'recall@10': 'recall@10', 'recall@100': 'recall@100' };

/** Asks for the evaluation. Resolves to a function that draws it. */
export async function open(state, signal) {
  const [found, status] = await Promise.all([ask(state, signal), api.status(signal)]);
  return (section) => draw(section, state, status, found, signal);
}

const ask = ({ narrowed }, signal) => api.evaluation(
  Object.fromEntries(['of', 'modes'].filter((name) => narrowed.has(name)).map((name) => [name, narrowed.get(name)])), signal);

async function draw(section, state, status, found, signal) {
  document.title = 'Evaluation – Qorpus';
  section.setAttribute('aria-label', 'Evaluation');
  const stand = el('p', { class: 'muted', role: 'status' });
  const body = el('div', {});
  section.replaceChildren(el('div', { class: 'evaluation' }, el('h2', { tabindex: '-1' }, 'Evaluation'),
    found.state === 'none' ? null : choices(state, status, found), stand, body));
  let now = found;
  // The server continues to measure when the view is left.
  while (now.state === 'measuring' && !signal.aborted) {
    stand.textContent = `Measuring: ${now.asked.toLocaleString('en')} of ${plural(now.toAsk, 'question', 'questions')} asked`;
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    try {
      if (!signal.aborted) now = await ask(state, signal);
    } catch (error) {
      if (!signal.aborted) stand.textContent = error.message;
      return;
    }
  }
  if (!signal.aborted) fill(stand, body, state, now);
}

function fill(stand, body, state, { state: how, problem, evaluation }) {
  if (how === 'none') return body.replaceChildren(...nothing());
  if (how === 'unreadable') {
    stand.textContent = '';
    return body.replaceChildren(el('p', { class: 'problem' }, problem));
  }
  const { queries, unanswerable } = evaluation;
  stand.textContent = `${plural(queries, 'question', 'questions')} that something answers`
    + (unanswerable ? `, ${unanswerable} that nothing does.` : '.');
  const modes = Object.keys(evaluation.modes);
  return body.replaceChildren(...[
    figures(evaluation, modes),
    modes.length > 1 && modeDiff(state, evaluation, modes),
    exportLinks('evaluation', evaluation, () => evaluationRows(evaluation, modes),
      api.evaluationPage({ of: evaluation.collection, modes: modes.join(',') })),
  ].filter(Boolean));
}

const nothing = () => [
  el('p', { class: 'note' }, el('strong', {}, 'There are no judged questions yet.'),
    ' Put a folder with ', el('code', {}, 'queries.jsonl'), ' and ', el('code', {}, 'qrels.tsv'), ' into the corpus, or start with ',
    el('code', {}, 'serve --judgments FOLDER'), '. A question is a line like ', el('code', {}, '{"_id": "1", "text": "…"}'),
    ', a judgment one like ', el('code', {}, '1⇥FILE#ANCHOR⇥1'), '.'),
];

/** The choice of modes and questions. */
function choices(state, status, { collections, collection }) {
  const modes = state.narrowed.get('modes')?.split(',') ?? USUAL_MODES.filter((mode) => status.modes.includes(mode));
  const to = (changed) => address({ view: 'evaluation', narrowed: new Map([...state.narrowed, ...Object.entries(changed)]) });
  return el('div', {},
    collections.length > 1 && el('ul', { class: 'of', 'aria-label': 'Judged questions' }, collections.map((name) =>
      el('li', {}, el('a', { href: to({ of: name }), 'data-go': to({ of: name }), 'aria-current': name === collection && 'true' }, name)))),
    drawModePicker(modes, status, (ticked) => followLink(to({ modes: ticked.join(',') }))));
}

function figures({ modes: found, unanswerable }, modes) {
  const best = bestFigures(found, MEASURES);
  const heads = ['', ...MEASURES.map((name) => TITLES[name]), ...(unanswerable ? ['refused'] : []), 'wrongly', 'p50', 'an entry'];
  return el('section', {},
    el('h3', { id: 'h-figures' }, 'Figures'),
    el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-labelledby': 'h-figures' }, el('table', { class: 'figures' },
      el('thead', {}, el('tr', {}, heads.map((head) => (head ? el('th', { scope: 'col' }, head) : el('td'))))),
      el('tbody', {}, modes.map((mode) => el('tr', { 'data-mode': mode }, el('th', { scope: 'row' }, modeName(mode)),
        MEASURES.map((name) => el('td', { class: found[mode][name] === best[name] && 'best' }, number(found[mode][name]))),
        unanswerable ? el('td', {}, percent(found[mode].refused)) : null,
        el('td', {}, percent(found[mode].wronglyRefused)),
        el('td', {}, millis(found[mode].p50Millis)), el('td', {}, bytes(found[mode].bytesPerEntry, 'B'))))))),
    el('p', { class: 'muted' }, 'Means over the questions that something answers. ', unanswerable
      ? '“Refused” are those of the others that were called unanswered, “wrongly” those that something answers.'
      : '“Wrongly” are those that were called unanswered.'));
}

/** Two modes by question. */
function modeDiff(state, evaluation, modes) {
  const asked = (name, otherwise) => (modes.includes(state.narrowed.get(name)) ? state.narrowed.get(name) : otherwise);
  const one = asked('one', modes.includes('hybrid') ? 'hybrid' : modes.at(-1));
  const other = asked('other', modes.find((mode) => mode !== one));
  const at = el('div', {});
  const show = (left, right) => drawModeDiff(at, evaluation, left, right);
  const selects = [['one', one, 'Compare'], ['other', other, 'with']].map(([name, chosen, label]) =>
    el('label', {}, `${label} `, el('select', { name }, modes.map((mode) => el('option', { value: mode, selected: mode === chosen }, modeName(mode))))));
  const section = el('section', { class: 'mode-diff', 'aria-labelledby': 'h-mode-diff' },
    el('h3', { id: 'h-mode-diff' }, 'Question by question'), el('p', { class: 'between' }, selects), at);
  section.addEventListener('change', () => {
    const [left, right] = selects.map((label) => label.querySelector('select').value);
    const next = address({ view: 'evaluation', narrowed: new Map([...state.narrowed, ['one', left], ['other', right]]) });
    // The choice is kept in the address, but adds no history entry.
    history.replaceState(history.state, '', next);
    show(left, right);
  });
  show(one, other);
  return section;
}
