/** Draws the hits of the site like those of a server. */
import { marked } from '../shared/answer/highlights.js';
import { bar, el, unseen } from '../shared/dom/elements.js';
import { number } from '../shared/text/format.js';

const TITLES = { related: 'Related', rest: 'Others' };
const FEW = 4;

const pageOf = ({ page }) => `entry/${page}`;

/** Appends hits. A group has a title where it follows another one. */
export function appendHits(list, hits, found, entries) {
  for (const hit of hits) {
    const before = list.lastElementChild;
    const node = drawHit(hit, found, entries);
    if (before && before.dataset.group !== hit.group) node.prepend(el('p', { class: 'group' }, TITLES[hit.group]));
    list.append(node);
  }
}

function drawHit(hit, found, entries) {
  const entry = entries[hit.entry];
  const { id, question, place, type, file, line, answer } = entry;
  return el('li', { class: 'hit', 'data-id': id, 'data-group': hit.group, tabindex: '-1' },
    el('h3', { dir: 'auto' }, el('a', { href: pageOf(entry) },
      entry.number && el('span', { class: 'number', dir: 'ltr' }, `Q${entry.number} `),
      marked(question, found.marks(question)))),
    el('p', { class: 'meta' },
      el('span', { class: 'section' }, [place.join(' › '), type].filter(Boolean).join(' · ')), ' ',
      el('span', { class: 'place' }, `${file}:${line}`)),
    answer === undefined ? el('p', { class: 'badge' }, 'No answer written yet') : drawPassage(hit, entry, found),
    drawCopies(hit, entries),
    el('div', { class: 'foot' }, el('div', { class: 'toggles' }), drawEvidence(hit, found)));
}

/** The passage that is nearest in meaning; without vectors, the one with most of the question's words. */
function drawPassage({ entry }, { answer, passages }, found) {
  if (passages.length === 0) return null;
  const marks = found.marks(answer);
  const nearest = found.dense?.passages[entry] ?? -1;
  const at = 2 * (nearest >= 0 ? nearest : mostWords(answer, passages, marks));
  const [start, end] = [passages[at], passages[at + 1]];
  const inside = start > 0 && answer[start - 1] !== '\n';
  return el('p', { class: 'passage', dir: 'auto' },
    inside && '… ', marked(answer.slice(start, end), marks, start), end < answer.trimEnd().length && ' …');
}

function mostWords(answer, passages, marks) {
  let [best, most] = [0, 0];
  for (let i = 0; 2 * i < passages.length; i++) {
    const inside = marks.filter(({ start, end }) => start >= passages[2 * i] && end <= passages[2 * i + 1]);
    const different = new Set(inside.map(({ start, end }) => answer.slice(start, end).toLowerCase())).size;
    if (different > most) [best, most] = [i, different];
  }
  return best;
}

function drawCopies({ copies }, entries) {
  if (copies.length === 0) return null;
  return el('p', { class: 'copies' }, `and ${copies.length} more with the same answer: `,
    copies.slice(0, FEW).flatMap((entry, i) => [i > 0 && ', ', el('a', { href: pageOf(entries[entry]), title: entries[entry].question },
      `${entries[entry].file}:${entries[entry].line}`)]), copies.length > FEW && ', …');
}

function drawEvidence({ entry, score }, { lexical, dense }) {
  const ranks = [lexical.score(entry) > 0 && ['lexical', 'words', lexical], dense && ['dense', 'meaning', dense]]
    .filter(Boolean).map(([part, by, opinion]) => el('span', { 'data-rank': part, title: `${part} score ${number(opinion.score(entry))}` },
      `${by} #${opinion.rank(entry)}`));
  return el('p', { class: 'evidence' },
    el('span', { class: 'ranks' }, ranks.flatMap((rank, i) => (i > 0 ? [' · ', rank] : [rank]))),
    bar(score), el('span', { class: 'score', title: 'score' }, unseen('score '), number(score, 2)));
}
