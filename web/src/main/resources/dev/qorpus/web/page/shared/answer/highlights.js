/** Marks ranges of a text. */
import { el } from '../dom/elements.js';

/**
 * The text as nodes, with every range in a <mark>. Ranges count from `base`,
 * as highlights are given for the whole answer and shown in a part of it.
 */
export function marked(text, ranges = [], base = 0) {
  const nodes = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start - base, at);
    const to = Math.min(end - base, text.length);
    if (!(from < to)) continue;
    nodes.push(text.slice(at, from), el('mark', {}, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== '');
}

/** Puts a part of a text node into a <mark>; only what stands before it keeps its offsets. */
export function wrapRange(node, start, end, attributes = {}) {
  const part = node.splitText(start);
  part.splitText(end - start);
  const mark = el('mark', attributes);
  part.replaceWith(mark);
  mark.append(part);
}
