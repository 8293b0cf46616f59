/** Draws callouts: quotations that begin with a kind in brackets, as GitHub and Obsidian write them. */
import { el } from '../dom/elements.js';

const CALLOUT = /^\s*\[!([A-Za-z-]+)(?:\|[^\]]*)?\][+-]?[ \t]*/;

/** Reads the beginning of a quotation: its kind, and how long the mark is; null if it is no callout. */
export function readCallout(text) {
  const [mark, kind] = CALLOUT.exec(text) ?? [];
  return mark === undefined ? null : { kind: kind.toLowerCase(), length: mark.length };
}

/** Gives a quotation that is a callout its title: the words behind the mark, or the name of its kind. */
export function drawCallout(quotation) {
  const first = quotation.querySelector(':scope > p');
  const start = first?.firstChild;
  const read = start?.nodeType === Node.TEXT_NODE && readCallout(start.data);
  if (!read) return;
  start.data = start.data.slice(read.length);
  const title = takeLine(first);
  quotation.classList.add('callout');
  quotation.dataset.kind = read.kind;
  quotation.prepend(el('p', { class: 'callout-title' }, title.length > 0 ? title : nameOf(read.kind)));
  if (!first.textContent.trim() && first.childElementCount === 0) first.remove();
}

const nameOf = (kind) => kind.charAt(0).toUpperCase() + kind.slice(1);

/** Takes the nodes of the first line out of a paragraph. */
function takeLine(paragraph) {
  const line = [];
  for (const node of [...paragraph.childNodes]) {
    if (node.localName === 'br') {
      node.remove();
      return line;
    }
    const end = node.nodeType === Node.TEXT_NODE ? node.data.indexOf('\n') : -1;
    if (end >= 0) {
      if (node.data.slice(0, end).trim()) line.push(node.data.slice(0, end));
      node.data = node.data.slice(end + 1);
      return line;
    }
    if (node.nodeType !== Node.TEXT_NODE || node.data.trim()) line.push(node);
    node.remove();
  }
  return line;
}
