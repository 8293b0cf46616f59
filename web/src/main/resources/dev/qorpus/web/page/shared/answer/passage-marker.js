/** Finds the best passage in an answer that the server rendered, and marks it there. */
import { wrapRange } from './highlights.js';

// The plain text writes list and quote markers that the rendered answer draws instead.
const MARKERS = /^(?:\s*(?:[-*•>]|\d+[.)])(?=\s))+/gm;
const bare = (text) => text.replace(/\s+/g, '');
const unmarked = (text) => bare(text.replace(MARKERS, ''));

// A line this short could be found anywhere in the answer by chance.
const SHORTEST_LINE = 12;

/** Wraps the passage in <mark class="passage">; where it is not found, leaves all as it is. */
export function markPassage(root, answer, passage) {
  const places = letters(root);
  const text = places.map((place) => place.letter).join('');
  // From the last to the first: wrapping splits a text node, and only its head keeps its offsets.
  for (const [from, to] of findPassage(text, answer, passage).reverse()) wrap(places.slice(from, to));
}

/**
 * Where the passage of a plain answer stands in a text without white space: `[from, to]` of the whole, or of each line
 * that is found.
 */
export function findPassage(text, answer, { text: passage, start }) {
  const expected = unmarked(answer.slice(0, start)).length;
  for (const wanted of [unmarked(passage), bare(passage)]) {
    const from = nearest(text, wanted, expected);
    if (from >= 0) return [[from, from + wanted.length]];
  }
  // What the two texts write differently, such as a link, is then left out alone.
  const found = [];
  let near = expected;
  for (const line of passage.split('\n').map(unmarked)) {
    const from = line.length < SHORTEST_LINE ? -1 : nearest(text, line, near);
    if (from < (found.at(-1)?.[1] ?? 0)) continue;
    near = from + line.length;
    found.push([from, near]);
  }
  return found;
}

function nearest(text, wanted, expected) {
  let best = -1;
  if (!wanted) return best;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}

/** Every UTF-16 unit that is no white space, with where it stands. */
function letters(root) {
  const places = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let offset = 0; offset < node.data.length; offset++) {
      const letter = node.data[offset];
      if (/\S/.test(letter)) places.push({ letter, node, offset });
    }
  }
  return places;
}

function wrap(places) {
  const spans = new Map();
  for (const { node, offset } of places) {
    const span = spans.get(node);
    if (span) span.end = offset + 1;
    else spans.set(node, { start: offset, end: offset + 1 });
  }
  for (const [node, { start, end }] of spans) {
    wrapRange(node, start, end, { class: 'passage' });
  }
}
