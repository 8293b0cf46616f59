/** Links that save what is shown: as JSON, as a table, or as a page of one file. */
import { el } from './dom/elements.js';
import { csv } from './text/csv.js';

/**
 * The links. `name` is the files' name without its ending, `value` is saved as JSON, `rows()` makes the table, and
 * `page` is where the server has the page.
 */
export function exportLinks(name, value, rows, page) {
  return el('p', { class: 'export-links muted' }, 'Save as ',
    save('JSON', `${name}.json`, 'application/json', () => JSON.stringify(value, null, 2)), ', ',
    save('CSV', `${name}.csv`, 'text/csv', () => csv(rows())), ' or ',
    el('a', { href: page, download: `${name}.html` }, 'a page of one file'));
}

function save(label, name, type, text) {
  const button = el('button', { type: 'button', class: 'link-like' }, label);
  button.addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([text()], { type }));
    el('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address));
  });
  return button;
}
