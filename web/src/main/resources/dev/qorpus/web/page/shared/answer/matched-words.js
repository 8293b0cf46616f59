/** The question's words as an entry writes them, which the server tells by their places. */
import { wrapRange } from './highlights.js';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What is drawn from its text is left alone: a mark in it would be drawn too. */
const DRAWN = 'pre, .math, .katex, [class*="language-math"], mark:not(.passage)';

/** All of them, in lower case. */
export const matchedWords = ({ question, questionHighlights = [], answer, highlights = [] }) => new Set([
  ...questionHighlights.map(({ start, end }) => question.slice(start, end)),
  ...highlights.map(({ start, end }) => answer.slice(start, end)),
].map((word) => word.toLowerCase()));

/** A term of the index, which is a stem, as a word that people read; the stem if there is none. */
export function readableTerm(term, words) {
  for (const least of [term.length, term.length - 1]) {
    const stem = term.slice(0, Math.max(2, least));
    const found = [...words].filter((word) => word.startsWith(stem)).sort((a, b) => a.length - b.length)[0];
    if (found) return found;
  }
  return term;
}

/** Marks words wherever they stand in an answer that the server rendered. */
export function markWords(root, words) {
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  for (const node of nodes.filter((text) => !text.parentElement.closest(DRAWN))) {
    const found = [...node.data.matchAll(WORD)].filter(([word]) => words.has(word.toLowerCase()));
    // From the last to the first: splitting leaves what stands before as it is.
    for (const { 0: word, index } of found.reverse()) wrapRange(node, index, index + word.length);
  }
}
