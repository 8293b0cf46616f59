/** Names within identifiers: `crm` and `action_log` in `crm.action_log`, `Http` and `Client` in `HttpClient`. */

// Points and colons divide first, but not those of numbers; then underscores; then changes of case, letters and digits.
const LEVELS = [/(?<!\d)[.:]|[.:](?!\d)/u, /_+/u,
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u];
const SHORTEST = 2;
const LONGEST = 200;

/** The parts of a word in the order of the levels; none if it is all one. */
export function partsOf(word) {
  if (word.length > LONGEST || !/^[\p{L}\p{Nd}]/u.test(word)) return [];
  const parts = new Set();
  let pieces = [word];
  for (const level of LEVELS) {
    pieces = pieces.flatMap((piece) => piece.split(level));
    pieces.filter((piece) => piece.length >= SHORTEST).forEach((piece) => parts.add(piece));
  }
  parts.delete(word);
  return [...parts];
}
