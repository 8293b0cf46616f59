/** Selects related entries, and says why they are related. */
import { matchedWords, readableTerm, wordsOf } from '../shared/answer/matched-words.js';
import { number } from '../shared/text/format.js';

const MOST_TERMS = 3;
const MOST_RELATED = 6;
/** Below this cosine only the nearest entry is shown, because in a small corpus the others are unrelated. */
const NEAR = 0.25;
/** Words that most questions share. */
const ASKING = new Set(['what', 'how', 'why', 'when', 'which', 'who', 'where', 'do', 'doe', 'does', 'can', 'you', 'i', 'we']);

/** The nearest hit, and the others that are near. */
export const nearHits = (hits) => hits.filter((hit, i) => i === 0 || (i < MOST_RELATED && hit.dense.score >= NEAR));

/** The reason, from the explanation of a hit: the common words with the highest scores, and the similarity of the vectors. */
export function reasonFor(hit) {
  const terms = (hit.explanation?.terms ?? []).filter(({ term }) => !ASKING.has(term))
    .sort((a, b) => b.score - a.score).slice(0, MOST_TERMS);
  const written = new Set([...matchedWords(hit), ...wordsOf(`${hit.question} ${hit.answer}`)]);
  // A stem that no word of the entry shows is no word.
  const words = [...new Set(terms.map(({ term }) => readableTerm(term, written)).filter((word) => written.has(word)))];
  const shared = words.length > 0 ? `shares ${words.map((word) => `“${word}”`).join(', ')}` : 'other words';
  return `${shared} · similarity ${number(hit.dense.score, 2)}`;
}
