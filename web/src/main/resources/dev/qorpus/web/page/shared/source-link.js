/** Links to places of the corpus. */
import { address } from './address.js';
import { el } from './dom/elements.js';

/** A file and line; a link if there is an entry. */
export function sourceLink({ file, line, id }) {
  const text = `${file}:${line}`;
  if (!id) return el('span', { class: 'place' }, text);
  const href = address({ entry: id });
  return el('a', { class: 'place', href, 'data-go': href }, text);
}
