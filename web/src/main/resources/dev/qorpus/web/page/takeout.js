/** Takes a comparison out of the page, as JSON or as a table. */
import { el } from './dom.js';

/** Links that save what is shown. */
export function drawTakeout(answer) {
  return el('p', { class: 'takeout muted' }, 'Save as ',
    save('JSON', 'comparison.json', 'application/json', () => JSON.stringify(answer, null, 2)), ' or ',
    save('CSV', 'comparison.csv', 'text/csv', () => csv(answer)));
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

/** One line an entry, one column a mode (RFC 4180). */
export function csv({ modes, moves }) {
  const rows = [['id', 'question', ...modes, 'reason'],
    ...moves.map(({ id, question, ranks, reason }) => [id, question, ...modes.map((mode) => ranks[mode] ?? ''), reason])];
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A leading apostrophe keeps a spreadsheet from running a question as a formula.
function cell(value) {
  const text = String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
