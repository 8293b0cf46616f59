/** What results amount to. */

// From here on the server takes the first hit for the right one (Confidence.ANSWERED).
const CONFIDENT = 0.4;

/**
 * `answer`: an entry here answers; `question`: the question is here, but has no answer yet;
 * `near`: the hits are only the nearest there are.
 */
export function verdict({ hits, answered, confidence }) {
  if (answered !== false) return 'answer';
  return confidence >= CONFIDENT && hits[0]?.answered === false ? 'question' : 'near';
}
