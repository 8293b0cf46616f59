/** Marks ranges of a text. */
import { el } from '../dom/elements.js';

/**
 * The text cut at the ranges: `[{ text, marked }]`, none empty. Ranges count from `base`, as highlights are given for
 * the whole answer and shown in a part of it; what lies outside the text or inside an earlier range is left out.
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

/** The text as nodes, with every range in a <mark>. */
export const marked = (text, ranges = [], base = 0) =>
  cutAt(text, ranges, base).map((part) => (part.marked ? el('mark', {}, part.text) : part.text));
