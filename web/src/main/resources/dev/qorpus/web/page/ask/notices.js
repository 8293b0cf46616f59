/** What is said above the hits, or in their place. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';

/** Says that only near entries were found, or the question alone. */
export function drawUnanswered(notice, kind) {
  notice.replaceChildren(el('p', { class: 'note' }, ...(kind === 'question'
    ? [el('strong', {}, 'The question is here, but nobody has answered it yet.'), ' The nearest entries are below it.']
    : [el('strong', {}, 'Probably nothing here answers that.'), ' The nearest entries are below.'])));
}

/** Offers the sections that the nearest entries stand in, to look around there. */
export function drawNearSections(notice, hits, { q, mode, filters }) {
  const sections = new Set(hits.map(({ section }) => section.at(-1)).filter((name) => name && !filters.has('section')));
  if (sections.size === 0) return;
  notice.firstElementChild.append(el('span', { class: 'near' }, 'Nearest sections: ',
    [...sections].slice(0, 3).flatMap((name, i) => [i > 0 && ' · ', el('button', {
      type: 'button', class: 'off', 'data-go': address({ q, mode, filters: new Map([...filters, ['section', [name]]]) }),
    }, name)])));
}

/** Says which words were searched for as the index writes them. */
export function drawCorrections(notice, corrections) {
  notice.append(el('p', { class: 'corrections' }, 'Also searched for: ',
    corrections.map(({ from, to }) => `${to} (for ${from})`).join(', ')));
}

/** Says why the result is not what it should be. */
export function drawDegraded(notice, why) {
  notice.append(el('p', { class: 'note degraded' }, why));
}

/** Says that nothing was found, and offers what is likely to help. */
export function drawNoMatch(notice, { q, mode, filters }) {
  const button = (label, go) => el('button', { type: 'button', 'data-go': go }, label);
  notice.replaceChildren(el('div', { class: 'note' },
    el('p', {}, el('strong', {}, 'No entry matches.'), ' Try fewer or other words.'),
    el('p', { class: 'ways' },
      filters.size > 0 && button('Search without filters', address({ q, mode })),
      mode === 'lexical' && button('Search by meaning too', address({ q, filters })))));
}

export function drawProblem(notice, error) {
  notice.replaceChildren(el('p', { class: 'note problem' }, error.message));
}
