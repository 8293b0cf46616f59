/**
 * The linear opinion pool of the server's hybrid mode: words and meaning each give shares of 1 to the entries, which are
 * averaged. See docs/adr/0025-hybrid-is-a-linear-opinion-pool.md.
 */

const COMPETING = 100;
const LEXICAL_SCALE = 0.3;
const DENSE_SCALE = 0.09;
const ABSOLUTE_WEIGHT = 0.02;
const LEXICAL_WEIGHT = 0.5;
const LEXICAL_WEIGHT_UNKNOWN_LANGUAGE = 0.8;
/** The deviation of the default model's cosines, in which the scale is given. */
const STANDARD_DEVIATION = 0.09;

/** The scale of lexical shares for a question whose words can add up to `ceiling`. */
export const lexicalScale = (ceiling) => LEXICAL_SCALE * Math.sqrt(ceiling);

/** The scale of a model's cosines with that deviation. */
export const denseScale = (deviation) => (DENSE_SCALE * deviation) / STANDARD_DEVIATION;

/**
 * One opinion.
 *
 * @param scores of all entries
 * @param listed the entries that have evidence, of which the best compete
 * @param priors of all entries, from 0 to 1
 */
export function opinion(scores, listed, priors, { minimum, maximum, scale }) {
  const best = ranked(scores, listed).slice(0, COMPETING);
  const top = best.length > 0 ? scores[best[0]] : minimum;
  const likelihood = (entry) => (scale > 0 ? Math.min(1, Math.exp((scores[entry] - top) / scale)) : 1);
  const rest = Math.min(scores.length - best.length, COMPETING - best.length);
  const sum = best.reduce((total, entry) => total + priors[entry] * likelihood(entry), 0)
    + Math.max(0, rest) * (scale > 0 ? Math.exp((minimum - top) / scale) : 1);
  return {
    best,
    score: (entry) => scores[entry],
    likelihood,
    share: (entry) => (scale > 0 && sum > 0 ? (priors[entry] * likelihood(entry)) / sum : 0),
    normalised: (entry) => (maximum > minimum ? Math.min(1, (scores[entry] - minimum) / (maximum - minimum)) : 0),
    rank: (entry) => 1 + scores.reduce((above, score) => above + (score > scores[entry] ? 1 : 0), 0),
  };
}

/** Entries by score, equal ones in the order of their numbers, which is that of their ids. */
const ranked = (scores, entries) => [...entries].sort((a, b) => scores[b] - scores[a] || a - b);

/**
 * Averages the opinions of words and of meaning.
 *
 * @param trust in the model for the languages of the corpus, from 0 to 1
 * @returns the candidates, best first: `[{ entry, score, share }]`
 */
export function pool(words, meaning, priors, trust = 1) {
  const weight = trust * LEXICAL_WEIGHT + (1 - trust) * Math.max(LEXICAL_WEIGHT, LEXICAL_WEIGHT_UNKNOWN_LANGUAGE);
  const power = trust * (1 - weight);
  const candidates = [...new Set([...words.best, ...meaning.best])].map((entry) => {
    const lexical = words.share(entry) * meaning.likelihood(entry) ** power;
    const share = weight * lexical + (1 - weight) * meaning.share(entry);
    const absolute = weight * words.normalised(entry) + (1 - weight) * meaning.normalised(entry);
    return { entry, share, score: (1 - ABSOLUTE_WEIGHT) * share + ABSOLUTE_WEIGHT * priors[entry] * absolute };
  });
  return candidates.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** Words alone, as in the server's lexical mode. */
export const alone = (words) => words.best.map((entry) => ({ entry, share: words.share(entry), score: words.normalised(entry) }));
