/** The line that says how many questions are judged, in the summary of the page. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';

let of = '';

/** Draws the count. `collection` names the judged questions, if it is told. */
export function drawCount(questions, collection = of) {
  of = collection;
  const href = address({ view: 'evaluation', narrowed: new Map([['of', of]]) });
  const node = el('p', { id: 'judged' }, ...(questions === 0
    ? [el('span', { class: 'short' }, 'Judge a hit with 1, 2, 3')]
    : [plural(questions, 'question', 'questions'), ' judged · ',
      el('a', { href, 'data-go': href }, 'measure'), ' · ',
      el('a', { href: 'export/judgments.zip', download: 'judgments.zip' }, 'save')]));
  const before = document.getElementById('judged');
  if (before) before.replaceWith(node);
  else document.getElementById('aside').before(node);
}
