/** Draws the list of hits. */
import { judgeButtons } from '../judge/judge.js';
import { address } from '../shared/address.js';
import { finishAnswer } from '../shared/answer/finish-answer.js';
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

/** `state` is that of the question. Hits that are only `near` are one group. */
export function drawHits(list, found, state, near = false) {
  list.toggleAttribute('data-near', near);
  list.classList.remove('unsure');
  list.replaceChildren();
  appendHits(list, found, state);
}

const TITLES = { related: 'Related', rest: 'Others' };

/** Appends hits. A group has a title where it follows another one. */
export function appendHits(list, { query, hits }, state) {
  for (const hit of hits) {
    const before = list.lastElementChild;
    const title = before && before.dataset.group !== String(hit.group) && !list.hasAttribute('data-near') && TITLES[hit.group];
    const node = drawHit(hit, query, state);
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

/** The address of a hit's entry, with the question and the passage that answers it. */
const opened = ({ id, passage }, state) => address({
  ...state, entry: id, passage: passage ? `${passage.start}-${passage.end}` : '',
});

function drawHit(hit, query, state) {
  const title = freshId('title');
  const href = opened(hit, state);
  const answer = hit.answered && disclosure('answer', 'Whole answer', title, (panel) => fillAnswer(panel, hit, query), showPassage);
  const toggles = [];
  if (hit.explanation) toggles.push(disclosure('why', 'Why', title, (panel) => explainScore(panel, hit, query)));
  toggles.push(disclosure('related', 'Related', title, (panel) => fillRelated(panel, hit)));
  // Focusable by script only: arrow keys move between hits, Tab moves inside them.
  const node = el('li', { class: 'hit', 'data-id': hit.id, 'data-group': hit.group, tabindex: '-1' },
    el('h3', { id: title, dir: 'auto' },
      hit.number && el('span', { class: 'number', dir: 'ltr' }, `Q${hit.number} `),
      el('a', { class: 'title', href, 'data-go': href }, marked(hit.question, hit.questionHighlights))),
    el('p', { class: 'meta' }, drawSection(hit),
      el('span', { class: 'place' }, `${hit.file}:${hit.line}`), ' ',
      copyLink(address({ entry: hit.id }), 'Copy a link to this entry')),
    hit.answered ? drawPassage(hit) : el('p', { class: 'badge' }, 'No answer written yet'),
    // The unfolded answer replaces the passage.
    answer && answer[1],
    drawDuplicates(hit),
    el('div', { class: 'foot' },
      el('div', { class: 'toggles' }, answer && answer[0], toggles.map(([button]) => button)),
      judgeButtons(query, hit),
      drawEvidence(hit)),
    toggles.map(([, panel]) => panel));
  if (answer) answers.set(node, answer[2]);
  return node;
}

function drawSection({ title, section, type }) {
  const path = [[title, ...section].filter(Boolean).join(' › '), type].filter(Boolean).join(' · ');
  return path && [el('span', { class: 'section' }, path), ' '];
}

function drawPassage({ passage, passageHtml, answer, highlights }) {
  if (!passage) return null;
  if (passageHtml) return drawSnippet(passageHtml);
  const { text, start, end } = passage;
  // The start of a line, such as a list item, needs no ellipsis.
  const inside = start > 0 && answer[start - 1] !== '\n';
  return el('p', { class: 'passage', dir: 'auto' },
    inside && '… ', marked(text, highlights, start), end < answer.trimEnd().length && ' …');
}

/** The passage as the server rendered it, in about five lines. */
function drawSnippet(html) {
  const snippet = el('div', { class: 'passage snippet', dir: 'auto' });
  // The server has sanitised this field.
  snippet.innerHTML = html;
  finishAnswer(snippet).then(() => snippet.classList.toggle('cut', snippet.scrollHeight > snippet.clientHeight + 2));
  return snippet;
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
