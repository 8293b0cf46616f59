/** What results amount to. */

/**
 * `answer`: an entry here answers; `question`: the question is here, but has no answer yet;
 * `near`: the hits are only the nearest there are.
 */
export function answerKind({ hits, answered, confident }) {
  if (answered !== false) return 'answer';
  return confident && hits[0]?.answered === false ? 'question' : 'near';
}
