/** The words of the question as an entry writes them. */

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a question, in lower case. */
export const wordsOf = (question) => question.toLowerCase().match(WORD) ?? [];

/** All words that the server found in an entry, in lower case. */
export const matchedWords = ({ question, questionHighlights = [], answer, highlights = [] }) => new Set([
  ...questionHighlights.map(({ start, end }) => question.slice(start, end)),
  ...highlights.map(({ start, end }) => answer.slice(start, end)),
].map((word) => word.toLowerCase()));

/** A readable word for a term of the index, which is a stem; the stem itself if no word begins like it. */
export function readableTerm(term, words) {
  for (const least of [term.length, term.length - 1]) {
    const stem = term.slice(0, Math.max(2, least));
    const found = [...words].filter((word) => word.startsWith(stem)).sort((a, b) => a.length - b.length)[0];
    if (found) return found;
  }
  return term;
}
