/** Marks ranges of a text. */
import { el } from '../dom/elements.js';

/**
 * Cuts a text at ranges: `[{ text, marked }]`, none empty. Ranges are relative to `base`, because highlights refer to
 * the whole answer and the text is a part of it. Parts outside the text or inside an earlier range are left out.
 */
export function cutAt(text, ranges, base = 0) {
  const parts = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start - base, at);
    const to = Math.min(end - base, text.length);
    if (!(from < to)) continue;
    parts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== '');
}

/** Makes nodes of a text, with every range in a <mark>. */
export const marked = (text, ranges = [], base = 0) =>
  cutAt(text, ranges, base).map((part) => (part.marked ? el('mark', {}, part.text) : part.text));
