/** Draws the list of hits. */
import { address } from './address.js';
import { bar, el, freshId, number, unseen } from './dom.js';
import { marked } from './marks.js';
import { disclosure, fillAnswer, fillRelated } from './panels.js';
import { fillWhy } from './why.js';

/** `unsure` says that the hits are only near, not answers. */
export function drawHits(list, hits, unsure = false) {
  list.classList.toggle('unsure', unsure);
  list.replaceChildren(...hits.map(drawHit));
}

function drawHit(hit) {
  const title = freshId('title');
  const toggles = [];
  if (hit.answered) toggles.push(disclosure('answer', 'Whole answer', title, (panel) => fillAnswer(panel, hit)));
  if (hit.explanation) toggles.push(disclosure('why', 'Why', title, (panel) => fillWhy(panel, hit)));
  toggles.push(disclosure('related', 'Related', title, (panel) => fillRelated(panel, hit)));
  // Focusable by script alone: the arrow keys go from hit to hit, Tab through what is in them.
  return el('li', { class: 'hit', 'data-id': hit.id, tabindex: '-1' },
    el('h3', { id: title },
      hit.number && el('span', { class: 'number' }, `Q${hit.number} `),
      marked(hit.question, hit.questionHighlights)),
    el('p', { class: 'meta' },
      el('span', { class: 'section' }, [hit.section.join(' › '), hit.type].filter(Boolean).join(' · ')), ' ',
      el('a', { class: 'place', href: address({ entry: hit.id }), 'data-go': address({ entry: hit.id }), title: 'Open this entry' },
        `${hit.file}:${hit.line}`), ' ',
      link(hit)),
    hit.answered ? drawPassage(hit) : el('p', { class: 'badge' }, 'No answer written yet'),
    el('div', { class: 'foot' },
      el('div', { class: 'toggles' }, toggles.map(([button]) => button)),
      drawEvidence(hit)),
    toggles.map(([, panel]) => panel));
}

function drawPassage({ passage, answer, highlights }) {
  if (!passage) return null;
  const { text, start, end } = passage;
  // What begins a line, such as a list item, reads as a beginning and needs no ellipsis.
  const inside = start > 0 && answer[start - 1] !== '\n';
  return el('p', { class: 'passage' },
    inside && '… ', marked(text, highlights, start), end < answer.trimEnd().length && ' …');
}

const BY = { lexical: 'words', dense: 'meaning' };

function drawEvidence(hit) {
  if (hit.score === undefined) return null;
  const ranks = Object.keys(BY).filter((part) => hit[part]).map((part) =>
    el('span', { 'data-rank': part, title: `${part} score ${number(hit[part].score)}` }, `${BY[part]} #${hit[part].rank}`));
  return el('p', { class: 'evidence' },
    el('span', { class: 'ranks' }, ranks.flatMap((rank, i) => (i ? [' · ', rank] : [rank]))),
    bar(hit.score),
    el('span', { class: 'score', title: 'score' }, unseen('score '), number(hit.score, 2)));
}

// A link and no button, so that it can also be opened, dragged or copied by the browser's own menu.
function link({ id }) {
  const node = el('a', { class: 'link', href: address({ entry: id }), title: 'Copy a link to this entry' },
    unseen('Copy a link to this entry'));
  node.addEventListener('click', async (event) => {
    // Outside a secure context there is no clipboard: then the link is simply followed.
    if (!navigator.clipboard || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(node.href);
      said('Link copied');
      node.classList.add('copied');
      setTimeout(() => node.classList.remove('copied'), 1500);
    } catch {
      location.assign(node.href);
    }
  });
  return node;
}

function said(text) {
  const region = document.getElementById('said');
  // Emptied first, or the same words said twice would be announced once.
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
