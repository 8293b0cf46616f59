/** Draws the list of hits. */
import { address } from '../shared/address.js';
import { marked } from '../shared/answer/highlights.js';
import { copyLink } from '../shared/dom/copy-link.js';
import { disclosure } from '../shared/dom/disclosure.js';
import { bar, el, freshId, unseen } from '../shared/dom/elements.js';
import { number } from '../shared/text/format.js';
import { fillAnswer, fillRelated } from './hit-panels.js';
import { showPassage } from './reveal-passage.js';
import { explainScore } from './score-explanation.js';

const answers = new WeakMap();

/** Unfolds the answer of a hit on the page; a long one in part, unless `whole`. */
export const unfold = (hit, whole = false) => answers.get(hit)?.(whole ? 'whole' : 'part');

/** `unsure` marks hits that are only near. */
export function drawHits(list, found, unsure = false) {
  list.classList.toggle('unsure', unsure);
  list.replaceChildren();
  appendHits(list, found);
}

const TITLES = { related: 'Related', rest: 'Others' };

/** Appends hits. A group has a title where it follows another one. */
export function appendHits(list, { query, hits }) {
  for (const hit of hits) {
    const before = list.lastElementChild;
    const title = before && before.dataset.group !== String(hit.group) && !list.classList.contains('unsure') && TITLES[hit.group];
    const node = drawHit(hit, query);
    if (title) node.prepend(el('p', { class: 'group' }, title));
    list.append(node);
  }
}

/** How many hits are shown. */
export const shownHits = (list) => list.querySelectorAll(':scope > .hit:not([hidden])').length;

/** How many of the entries with the same answer are named. */
const FEW = 4;

function drawDuplicates({ duplicates }) {
  if (!duplicates?.length) return null;
  return el('p', { class: 'copies' }, `and ${duplicates.length} more with the same answer: `,
    duplicates.slice(0, FEW).flatMap(({ id, question, file, line }, i) => [i > 0 && ', ',
      el('a', { href: address({ entry: id }), 'data-go': address({ entry: id }), title: question }, `${file}:${line}`)]),
    duplicates.length > FEW && ', …');
}

function drawHit(hit, query) {
  const title = freshId('title');
  const answer = hit.answered && disclosure('answer', 'Whole answer', title, (panel) => fillAnswer(panel, hit, query), showPassage);
  const toggles = [];
  if (hit.explanation) toggles.push(disclosure('why', 'Why', title, (panel) => explainScore(panel, hit)));
  toggles.push(disclosure('related', 'Related', title, (panel) => fillRelated(panel, hit)));
  // Focusable by script only: arrow keys move between hits, Tab moves inside them.
  const node = el('li', { class: 'hit', 'data-id': hit.id, 'data-group': hit.group, tabindex: '-1' },
    el('h3', { id: title, dir: 'auto' },
      hit.number && el('span', { class: 'number', dir: 'ltr' }, `Q${hit.number} `),
      marked(hit.question, hit.questionHighlights)),
    el('p', { class: 'meta' },
      el('span', { class: 'section' }, [[hit.title, ...hit.section].filter(Boolean).join(' › '), hit.type].filter(Boolean).join(' · ')), ' ',
      el('a', { class: 'place', href: address({ entry: hit.id }), 'data-go': address({ entry: hit.id }), title: 'Open this entry' },
        `${hit.file}:${hit.line}`), ' ',
      copyLink(address({ entry: hit.id }), 'Copy a link to this entry')),
    hit.answered ? drawPassage(hit) : el('p', { class: 'badge' }, 'No answer written yet'),
    // The unfolded answer replaces the passage.
    answer && answer[1],
    drawDuplicates(hit),
    el('div', { class: 'foot' },
      el('div', { class: 'toggles' }, answer && answer[0], toggles.map(([button]) => button)),
      drawEvidence(hit)),
    toggles.map(([, panel]) => panel));
  if (answer) answers.set(node, answer[2]);
  return node;
}

function drawPassage({ passage, answer, highlights }) {
  if (!passage) return null;
  const { text, start, end } = passage;
  // The start of a line, such as a list item, needs no ellipsis.
  const inside = start > 0 && answer[start - 1] !== '\n';
  return el('p', { class: 'passage', dir: 'auto' },
    inside && '… ', marked(text, highlights, start), end < answer.trimEnd().length && ' …');
}

const BY = { lexical: 'words', dense: 'meaning', rerank: 'reranker' };

function drawEvidence(hit) {
  if (hit.score === undefined) return null;
  // An entry without a word of the question has a place by words that tells nothing.
  const ranks = Object.keys(BY).filter((part) => hit[part] && (part !== 'lexical' || hit[part].score > 0)).map((part) =>
    el('span', { 'data-rank': part, title: `${part} score ${number(hit[part].score)}` }, `${BY[part]} #${hit[part].rank}`));
  return el('p', { class: 'evidence' },
    el('span', { class: 'ranks' }, ranks.flatMap((rank, i) => (i ? [' · ', rank] : [rank]))),
    bar(hit.score),
    el('span', { class: 'score', title: 'score' }, unseen('score '), number(hit.score, 2)));
}
