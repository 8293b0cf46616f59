/** Shows the lists of several modes side by side, and what moved between them. */
import { address } from './address.js';
import { bar, el, number, unseen } from './dom.js';
import { verdict } from './verdict.js';

const overlap = document.getElementById('overlap');
const columns = document.getElementById('columns');
const moves = document.getElementById('moves');
const NAMES = { lexical: 'Lexical', dense: 'Dense', hybrid: 'Hybrid' };
const nameOf = (mode) => NAMES[mode] ?? mode;

export function drawCompare(answer) {
  const ranks = ranksOf(answer);
  overlap.replaceChildren(...answer.overlap.map(drawOverlap));
  columns.replaceChildren(...answer.modes.map((mode) => drawColumn(mode, answer.results[mode], ranks)));
  moves.replaceChildren(...drawMoves(answer));
}

/** For each entry its rank in each mode that lists it. */
function ranksOf({ modes, results }) {
  const ranks = new Map();
  for (const mode of modes) {
    for (const { id, rank } of results[mode].hits) {
      if (!ranks.has(id)) ranks.set(id, new Map());
      ranks.get(id).set(mode, rank);
    }
  }
  return ranks;
}

function drawOverlap({ a, b, shared, of, jaccard }) {
  return el('li', { 'data-pair': `${a}-${b}`, title: `Jaccard ${number(jaccard, 2)}` },
    el('span', {}, `${nameOf(a)} and ${nameOf(b)}`),
    bar(of ? shared / of : 0),
    el('span', { class: 'muted' }, `${shared} of ${of} shared`));
}

const note = (text) => text && el('p', { class: 'muted' }, text);
const NOTES = { answer: null, question: 'Asked here, not answered yet:', near: 'Nothing answers that; nearest:' };

function drawColumn(mode, found, ranks) {
  const { hits } = found;
  return el('section', { class: 'column', 'data-column': mode, 'aria-label': nameOf(mode) },
    el('h3', {}, nameOf(mode)),
    note(hits.length ? NOTES[verdict(found)] : 'No entry matches.'),
    el('ol', {}, hits.map((hit) => drawItem(mode, hit, ranks.get(hit.id)))));
}

function drawItem(mode, { id, rank, question }, ranks) {
  const href = address({ entry: id });
  const elsewhere = [...ranks].filter(([other]) => other !== mode);
  const alone = elsewhere.length === 0;
  return el('li', { 'data-id': id, 'data-at': rank },
    el('span', { class: 'rank', 'aria-hidden': 'true' }, rank),
    el('a', { href, 'data-go': href }, question,
      unseen(alone ? ' (only here)' : ` (${elsewhere.map(([other, at]) => `${nameOf(other)} ${at}`).join(', ')})`)),
    el('span', { class: 'move', 'aria-hidden': 'true', 'data-still': alone ? 'only here' : '' }, alone ? 'only here' : ''));
}

function drawMoves({ moves: list, modes }) {
  if (list.length === 0) return [];
  return [
    el('h3', {}, 'What moved'),
    el('ul', {}, list.map(({ id, question, ranks, reason }) => el('li', { 'data-id': id },
      el('p', { class: 'moved' }, question),
      el('p', { class: 'ranks' }, modes.map((mode) => `${nameOf(mode)} ${ranks[mode] ? `#${ranks[mode]}` : '–'}`).join(' · ')),
      el('p', { class: 'reason' }, reason)))),
  ];
}

/** Shows one entry in all columns, with its moves as seen from the column it is looked at in. */
function highlight(target) {
  const item = target?.closest?.('[data-id]');
  const from = item?.closest('[data-column]');
  for (const other of document.querySelectorAll('#compare [data-id]')) {
    const same = item !== undefined && item !== null && other.dataset.id === item.dataset.id;
    other.classList.toggle('same', same);
    const move = other.querySelector('.move');
    if (!move) continue;
    const compared = same && from && other.closest('[data-column]') !== from;
    move.textContent = compared ? moved(Number(item.dataset.at) - Number(other.dataset.at)) : move.dataset.still;
  }
}

const moved = (by) => (by > 0 ? `▲${by}` : by < 0 ? `▼${-by}` : '=');

const section = document.getElementById('compare');
const settle = () => highlight(section.contains(document.activeElement) ? document.activeElement : null);
section.addEventListener('pointerover', (event) => (event.target.closest('[data-id]') ? highlight(event.target) : settle()));
section.addEventListener('pointerleave', settle);
section.addEventListener('focusin', (event) => highlight(event.target));
section.addEventListener('focusout', (event) => highlight(event.relatedTarget));
