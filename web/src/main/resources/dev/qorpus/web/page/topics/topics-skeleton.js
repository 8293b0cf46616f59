/** What stands in the place of the map until it is laid out. It has the same frame, so that nothing moves then. */
import { el } from '../shared/dom/elements.js';

/** A count of entries, as it is written. */
export const entryCount = (n) => `${n.toLocaleString('en')}\u00a0${n === 1 ? 'entry' : 'entries'}`;

/** How to read and to use the map. */
export const drawHint = () => el('p', { class: 'hint muted' }, 'The nearer two entries are, the more alike they are. ',
  el('span', { class: 'with-mouse' }, 'Scroll to zoom, drag to move, hold Shift and drag to select.'),
  el('span', { class: 'with-finger' }, 'Pinch to zoom, drag to move, tap an entry to read it.'));

const ROWS = 7;

/** The element, and a function that tells how many entries there are. */
export function drawSkeleton() {
  // Not shorter than the line with the count, so that the page is complete with its first lines.
  const summary = el('p', { class: 'muted', role: 'status' }, 'Laying out all of the entries by meaning …');
  const root = el('div', { class: 'topics skeleton', 'aria-busy': 'true' },
    el('h2', { tabindex: '-1' }, 'Topics'), summary,
    el('div', { class: 'topics-layout', 'aria-hidden': 'true' },
      el('div', { class: 'chart' }, el('div', { class: 'tools' }), el('div', { class: 'map-frame' }), drawHint()),
      el('div', { class: 'list' }, Array.from({ length: ROWS }, () => el('p', { class: 'ghost' })))));
  return {
    root,
    count(entries) { summary.textContent = `Laying out ${entryCount(entries)} by meaning …`; },
    fail(message) {
      root.setAttribute('aria-busy', 'false');
      root.lastChild.remove();
      summary.className = 'problem';
      summary.textContent = message;
    },
  };
}
