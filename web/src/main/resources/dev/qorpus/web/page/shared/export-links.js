/** Links that save a view as JSON, as CSV, or as a self-contained HTML file. */
import { el } from './dom/elements.js';
import { csv } from './text/csv.js';

/**
 * Makes the links. `name` is the file name without extension, `value` is saved as JSON, `rows()` makes the table, and
 * `page` is the address of the HTML file.
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
