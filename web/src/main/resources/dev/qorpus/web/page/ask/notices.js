/** The notices above the hits, or in their place. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';

/** Says that only near entries were found, or only the question. */
export function drawUnanswered(notice, kind) {
  notice.replaceChildren(el('p', { class: 'note' }, ...(kind === 'question'
    ? [el('strong', {}, 'The question is in the corpus, but has no answer yet.'), ' The nearest entries are below it.']
    : [el('strong', {}, 'Probably nothing here answers that.'), ' The nearest entries are below.'])));
}

/** Offers the sections of the nearest entries. */
export function drawNearSections(notice, hits, { q, mode, filters }) {
  const sections = new Set(hits.map(({ section }) => section.at(-1)).filter((name) => name && !filters.has('section')));
  if (sections.size === 0) return;
  notice.firstElementChild.append(el('span', { class: 'near' }, 'Nearest sections: ',
    [...sections].slice(0, 3).flatMap((name, i) => [i > 0 && ' · ', el('button', {
      type: 'button', class: 'off', 'data-go': address({ q, mode, filters: new Map([...filters, ['section', [name]]]) }),
    }, name)])));
}

/** Says why the results are limited. */
export function drawDegraded(notice, why) {
  notice.append(el('p', { class: 'note degraded' }, why));
}

/** Says that nothing was found, and offers other searches. */
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
