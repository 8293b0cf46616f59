/** Takes figures out of the page: as JSON, as a table, or as a page of one file. */
import { el } from './dom/elements.js';

/** What saves a comparison. */
export const comparisonExportLinks = (answer, page) =>
  exportLinks('comparison', answer, () => csv(comparisonRows(answer)), page);

/** Links that save what is shown; `page` is where the server has it as one file. */
export function exportLinks(name, answer, table, page) {
  return el('p', { class: 'export-links muted' }, 'Save as ',
    save('JSON', `${name}.json`, 'application/json', () => JSON.stringify(answer, null, 2)), ', ',
    save('CSV', `${name}.csv`, 'text/csv', table), ' or ',
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

/** One line an entry, one column a mode. */
const comparisonRows = ({ modes, moves }) => [['id', 'question', ...modes, 'reason'],
  ...moves.map(({ id, question, ranks, reason }) => [id, question, ...modes.map((mode) => ranks[mode] ?? ''), reason])];

/** A table (RFC 4180). */
export const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

// A leading apostrophe keeps a spreadsheet from running a question as a formula. Numbers are none.
function cell(value) {
  const text = typeof value === 'number' ? String(value) : String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
