/** The kind of an answer. */

/**
 * `answer`: an entry answers the question; `question`: the corpus has the question, but no answer yet; `near`: the
 * hits are only near.
 */
export function answerKind({ hits, answered, confident }) {
  if (answered !== false) return 'answer';
  return confident && hits[0]?.answered === false ? 'question' : 'near';
}
