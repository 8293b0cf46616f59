/** The questions whose first hit is wrong, and why. */
import { el } from '../shared/dom/elements.js';

const SHOWN = 10;
/** Browsers are slow with more at once; the saved JSON has all. */
const MOST = 500;

/** `links` makes links of questions and entries. */
export function drawMisses(list, mode, links) {
  if (list.length === 0) return [el('p', {}, 'None.')];
  const items = el('ol', { class: 'misses' });
  const fill = (most) => items.replaceChildren(...list.slice(0, most).map((miss) => drawMiss(miss, mode, links)));
  fill(SHOWN);
  const all = Math.min(MOST, list.length);
  const more = el('button', { type: 'button', class: 'link-like' }, `Show ${all === list.length ? 'all' : 'the first'} ${all}`);
  more.addEventListener('click', () => {
    fill(all);
    items.children[SHOWN].setAttribute('tabindex', '-1');
    items.children[SHOWN].focus();
    more.remove();
  });
  return [el('p', { class: 'reasons' }, reasons(list)), items, ...(list.length > SHOWN ? [more] : [])];
}

/** How often each reason is there, the most frequent first. */
export function reasons(list) {
  const counts = new Map();
  list.forEach(({ reason }) => counts.set(reason, (counts.get(reason) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} ${reason}`).join(' · ');
}

function drawMiss({ text, reason, detail, relevant }, mode, links) {
  return el('li', {}, links.question(text, mode),
    el('p', { class: 'muted' }, el('strong', {}, reason), detail && `: ${detail}`),
    relevant.length > 0 && el('p', { class: 'muted' }, 'Relevant: ', relevant.flatMap(({ id, rank }, n) =>
      [n > 0 && ', ', links.entry(id), ` (${rank === 0 ? 'not listed' : `at ${rank}`})`])));
}
