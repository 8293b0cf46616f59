/** The start view, before a question is asked. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';

export function drawStart(section, { counts, models = [], examples = [], notice }, mode) {
  const { entries, files, unanswered } = counts;
  const how = models.length ? `by words and by meaning (model ${models.join(', ')})` : 'by words';
  section.replaceChildren(...[
    el('p', { class: 'intro' }, entries === 0
      ? 'No entries are indexed yet.'
      : `Searches ${plural(entries, 'entry', 'entries')} in ${plural(files, 'file', 'files')}, ${how}.`,
    unanswered > 0 && ` ${plural(unanswered, 'entry has', 'entries have')} no answer yet.`),
    notice && el('p', { class: 'muted language-notice' }, notice),
    examples.length > 0 && el('ul', { class: 'examples', 'aria-label': 'Examples' },
      examples.slice(0, 3).map((q) => el('li', {},
        el('button', { type: 'button', class: 'example', 'data-go': address({ q, mode }) }, q)))),
  ].filter(Boolean));
}
