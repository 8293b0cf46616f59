/** The evaluation of modes on judged questions: figures, and the differences of two modes by question. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { followLink } from '../shared/dom/follow-link.js';
import { exportLinks } from '../shared/export-links.js';
import { drawModePicker, USUAL_MODES } from '../shared/mode-picker.js';
import * as api from '../shared/server/api.js';
import { plural } from '../shared/text/format.js';

/** The time until the progress is asked for again: at first, and the most. It grows, because a large collection takes long. */
const [AGAIN_MS, SLOWEST_MS] = [500, 2000];
/** The modes that a list of hits can have. */
const PAGE_MODES = ['hybrid', 'lexical', 'dense'];

const ABOUT = 'People have written these questions, and which entries answer them. Each is asked in each mode. The figures say how '
  + 'well the modes find what was judged relevant, what they miss, and whether the confidence shown can be believed.';

/** Asks for the evaluation. Returns a function that draws the frame of the view at once, and the evaluation when it is there. */
export async function open(state, signal) {
  const asking = Promise.all([ask(state, signal), api.status(signal), import('./report.js'), import('./differences.js')]);
  // Handled where it is awaited, which is later.
  asking.catch(() => {});
  return (section) => draw(section, state, asking, signal);
}

const ask = ({ narrowed }, signal) => api.evaluation(
  Object.fromEntries(['of', 'modes'].filter((name) => narrowed.has(name)).map((name) => [name, narrowed.get(name)])), signal);

async function draw(section, state, asking, signal) {
  document.title = 'Evaluation – Qorpus';
  section.setAttribute('aria-label', 'Evaluation');
  const stand = el('p', { class: 'muted', role: 'status' });
  const progress = el('progress', { 'aria-label': 'Questions asked', hidden: true });
  const [choice, body] = [el('div', { class: 'choices' }), el('div', {})];
  const root = el('div', { class: 'evaluation', 'aria-busy': 'true' }, el('h2', { tabindex: '-1' }, 'Evaluation'),
    el('p', { class: 'about' }, ABOUT), choice, stand, progress, body);
  section.replaceChildren(root);
  try {
    const [found, status, { drawReport }, { evaluationRows }] = await asking;
    if (signal.aborted) return;
    if (found.state !== 'none') choice.append(choices(state, status, found));
    root.setAttribute('aria-busy', 'false');
    const now = await measured(found, state, signal, { stand, progress });
    if (!signal.aborted) fill(stand, body, state, now, { drawReport, evaluationRows });
  } catch (error) {
    if (signal.aborted) return;
    stand.className = 'problem';
    stand.textContent = error.message;
    if (!(error instanceof api.Problem)) console.error(error);
  } finally {
    progress.hidden = true;
    root.setAttribute('aria-busy', 'false');
  }
}

/** Waits until all questions are asked. The server continues to measure when the view is left. */
async function measured(found, state, signal, { stand, progress }) {
  let now = found;
  for (let wait = AGAIN_MS; now.state === 'measuring' && !signal.aborted; wait = Math.min(SLOWEST_MS, wait * 1.2)) {
    Object.assign(progress, { hidden: false, max: now.toAsk, value: now.asked });
    stand.textContent = `Measuring: ${now.asked.toLocaleString('en')} of ${plural(now.toAsk, 'question', 'questions')} asked`;
    await new Promise((resolve) => { setTimeout(resolve, wait); });
    if (!signal.aborted) now = await ask(state, signal);
  }
  return now;
}

function fill(stand, body, state, { state: how, problem, evaluation }, { drawReport, evaluationRows }) {
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
    ...drawReport(evaluation, links, { one: state.narrowed.get('one'), other: state.narrowed.get('other') }, (pair) => keep(state, pair)),
    exportLinks('evaluation', evaluation, () => evaluationRows(evaluation, modes),
      api.evaluationPage({ of: evaluation.collection, modes: modes.join(',') })),
  ]);
}

/** The compared modes are kept in the address, but add no history entry. */
function keep(state, { one, other }) {
  const narrowed = new Map([...state.narrowed, ['one', one], ['other', other]]);
  history.replaceState(history.state, '', address({ view: 'evaluation', narrowed }));
}

const anchor = (href, text) => el('a', { href, 'data-go': href, dir: 'auto' }, text);
/** One mode leads to the list of its hits, two to both lists. */
const asked = (q, ...modes) => address(modes.length === 1 && PAGE_MODES.includes(modes[0]) ? { q, mode: modes[0] }
  : { q, mode: 'compare', modes: [...new Set([...modes, ...(modes.length === 1 ? ['hybrid'] : [])])].sort() });
const links = {
  question: (text, ...modes) => anchor(asked(text, ...modes), text),
  entry: (id) => anchor(address({ entry: id }), id),
  follow: (text, ...modes) => followLink(asked(text, ...modes)),
};

const nothing = () => [
  el('p', { class: 'note' }, el('strong', {}, 'There are no judged questions yet.'),
    ' Put a folder with ', el('code', {}, 'queries.jsonl'), ' and ', el('code', {}, 'qrels.tsv'), ' into the corpus, or start with ',
    el('code', {}, 'serve --judgments FOLDER'), '. Or judge hits on this page: start with ', el('code', {}, 'serve --judge'), '. A question is a line like ', el('code', {}, '{"_id": "1", "text": "…"}'),
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
