/** Tables as CSV (RFC 4180). */

/** Writes rows of cells as lines. */
export const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

// A leading apostrophe prevents spreadsheets from running a question as a formula.
function cell(value) {
  const text = typeof value === 'number' ? String(value) : String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
