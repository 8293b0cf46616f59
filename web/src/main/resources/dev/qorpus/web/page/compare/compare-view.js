/** Shows the lists of several modes side by side, and the moves between them. */
import { bar, el, freshId, unseen } from '../shared/dom/elements.js';
import { answerKind } from '../shared/text/answer-kind.js';
import { bytes, millis, number, shorten } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';
import { drawRankLinks } from './rank-links.js';
import { rankChange, ranksOf } from './ranks.js';
import { sumUp } from './summary.js';

const overlap = document.getElementById('overlap');
const columns = document.getElementById('columns');
const moves = document.getElementById('moves');
/** With more lists, the pairs are shown as a table. */
const FEW = 3;
/** How much of a passage is shown beside a pointer, in characters. */
const PEEK = 320;

/**
 * Draws a comparison. `link` makes a link from an id and its content. `more` makes what is shown below the reason,
 * from an id and the id of its title. `judge` makes the buttons that judge a hit, if there are any.
 */
export function drawCompare(answer, { link, more, judge }) {
  const ranks = ranksOf(answer);
  overlap.replaceChildren(...[
    answer.modes.length > 1 && el('p', { class: 'sum' }, sumUp(answer)),
    answer.modes.length > FEW ? drawAgreement(answer) : el('ul', {}, answer.overlap.map(drawOverlap)),
  ].filter(Boolean));
  const notes = answer.modes.map((mode) => noteOf(answer.results[mode]));
  // A line for the note in one column is a line in all, so that the lists begin at one height.
  columns.replaceChildren(...answer.modes.map((mode, i) => drawColumn(mode, answer, ranks,
    { link, judge, note: notes.some(Boolean) && (notes[i] || '\u00a0') })));
  drawRankLinks(columns);
  moves.replaceChildren(...drawMoves(answer, more));
}

function drawOverlap({ a, b, shared, of, jaccard, rbo }) {
  return el('li', { 'data-pair': `${a}-${b}`, title: `Jaccard ${number(jaccard, 2)}` },
    el('span', {}, `${modeName(a)} and ${modeName(b)}`),
    bar(of ? shared / of : 0),
    el('span', { class: 'muted' }, `${shared} of ${of} shared, order ${Math.round(rbo * 100)}\u00a0% alike`));
}

/** The similarity of all pairs of lists, with regard to order. */
function drawAgreement({ modes, overlap: pairs }) {
  const alike = new Map(pairs.flatMap(({ a, b, rbo }) => [[`${a} ${b}`, rbo], [`${b} ${a}`, rbo]]));
  const caption = freshId('agreement');
  return el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-labelledby': caption },
    el('table', { class: 'agreement' },
      el('caption', { id: caption }, 'How alike the lists are (rank-biased overlap, in percent)'),
      el('thead', {}, el('tr', {}, el('td'), modes.map((mode) => el('th', { scope: 'col' }, modeName(mode))))),
      el('tbody', {}, modes.map((row) => el('tr', {}, el('th', { scope: 'row' }, modeName(row)), modes.map((column) => {
        if (row === column) return el('td', { class: 'muted' }, '–');
        const cell = el('td', { 'data-pair': `${row}-${column}` }, Math.round(alike.get(`${row} ${column}`) * 100));
        cell.style.setProperty('--share', alike.get(`${row} ${column}`));
        return cell;
      }))))));
}

const NOTES = { answer: null, question: 'In the corpus, without an answer yet:', near: 'No answer; nearest:' };

const noteOf = (found) => (found.hits.length ? NOTES[answerKind(found)] : 'No entry matches.');

/** The costs of a mode: search time, and for one entry disk space and indexing time. */
function drawCost({ tookMillis }, { bytesPerEntry, indexMillisPerEntry }) {
  return el('p', { class: 'cost muted', title: 'This search; bytes on disk and indexing time for one entry' },
    `${Math.round(tookMillis)}\u00a0ms · ${bytes(bytesPerEntry, 'B')} and ${millis(indexMillisPerEntry)} an entry`);
}

function drawColumn(mode, { results, costs }, ranks, made) {
  const found = results[mode];
  return el('section', { class: 'column', 'data-column': mode, 'aria-label': modeName(mode) },
    el('h3', {}, modeName(mode)),
    costs?.[mode] && drawCost(found, costs[mode]),
    made.note && el('p', { class: 'muted' }, made.note),
    el('ol', {}, found.hits.map((hit) => drawItem(mode, hit, ranks.get(hit.id), made))));
}

/** The passage, to look at without leaving the lists. A link opens it with the rest. */
const peek = (passage) => passage && el('span', { class: 'peek', 'aria-hidden': 'true', dir: 'auto' }, shorten(passage.text, PEEK));

function drawItem(mode, { id, rank, question, passage }, ranks, { link, judge }) {
  const elsewhere = [...ranks].filter(([other]) => other !== mode);
  const alone = elsewhere.length === 0;
  return el('li', { 'data-id': id, 'data-at': rank },
    el('span', { class: 'rank', 'aria-hidden': 'true' }, rank),
    link(id, question, unseen(alone ? ' (only here)' : ` (${elsewhere.map(([other, at]) => `${modeName(other)} ${at}`).join(', ')})`)),
    peek(passage),
    el('span', { class: 'move', 'aria-hidden': 'true', 'data-still': alone ? 'only here' : '' }, alone ? 'only here' : ''),
    judge?.({ id, question }));
}

/** Whether an entry has different places in the lists. */
const hasMoved = ({ ranks }, modes) => new Set(modes.map((mode) => ranks[mode] ?? 0)).size > 1;

function drawMoves({ moves: all, modes }, more) {
  const list = all.filter((entry) => hasMoved(entry, modes));
  if (list.length === 0) return [];
  return [
    el('h3', {}, 'What moved'),
    el('ul', {}, list.map(({ id, question, ranks, reason }) => {
      const title = freshId('moved');
      return el('li', { 'data-id': id },
        el('p', { class: 'moved', id: title, dir: 'auto' }, question),
        el('p', { class: 'ranks' }, modes.map((mode) => `${modeName(mode)} ${ranks[mode] ? `#${ranks[mode]}` : '–'}`).join(' · ')),
        el('p', { class: 'reason' }, reason),
        more(id, title));
    })),
  ];
}

/** Highlights one entry in all columns, with its moves relative to the column of the pointer. */
function highlight(target) {
  const item = target?.closest?.('[data-id]');
  const from = item?.closest('[data-column]');
  for (const other of document.querySelectorAll('#compare [data-id]')) {
    const same = item !== undefined && item !== null && other.dataset.id === item.dataset.id;
    other.classList.toggle('same', same);
    const move = other.querySelector('.move');
    if (!move) continue;
    const compared = same && from && other.closest('[data-column]') !== from;
    move.textContent = compared ? rankChange(Number(item.dataset.at) - Number(other.dataset.at)) : move.dataset.still;
  }
}

const section = document.getElementById('compare');
const settle = () => highlight(section.contains(document.activeElement) ? document.activeElement : null);
section.addEventListener('pointerover', (event) => (event.target.closest('[data-id]') ? highlight(event.target) : settle()));
section.addEventListener('pointerleave', settle);
section.addEventListener('focusin', (event) => highlight(event.target));
section.addEventListener('focusout', (event) => highlight(event.relatedTarget));
