/** BM25 over the terms of a corpus, with the numbers that the server uses. */

const K1 = 1.2;
const B = 0.9;

/** The inverse document frequency. */
const idf = (entries, frequency) => Math.log(1 + (entries - frequency + 0.5) / (frequency + 0.5));

/**
 * Reads the postings of terms.
 *
 * @param data `terms` by line; by line too, `postings`: the distance to each next entry, followed by the negative count if it
 *  is not 1; `lengths` of the entries' texts and `mean` lengths, of stems and of written words
 */
export function lexicon({ terms, postings, lengths, mean }) {
  const entries = lengths[0].length;
  const lines = postings.split('\n');
  // Few terms are ever asked for: their numbers are read then.
  const places = new Map(terms.split('\n').map((term, i) => [term, lines[i]]));
  const numbersOf = (label) => places.get(label)?.split(',').map(Number) ?? [];
  const norms = lengths.map((all, field) => Float64Array.from(all, (length) => 1 / (K1 * (1 - B + (B * length) / mean[field]))));

  const has = (label) => places.has(label);
  const frequency = (label) => numbersOf(label).filter((number) => number > 0).length;

  /** Calls back with each entry that has a term, and how often. */
  function visit(label, each) {
    const numbers = numbersOf(label);
    // The first distance is from before the first entry.
    let entry = -1;
    for (let i = 0; i < numbers.length; i++) {
      entry += numbers[i];
      const repeated = numbers[i + 1] < 0;
      each(entry, repeated ? -numbers[i + 1] : 1);
      if (repeated) i++;
    }
  }

  /**
   * Scores all entries. The most that each word can add is told, by which scores become shares.
   *
   * @param terms of a question
   */
  function score(asked) {
    const balanced = balance(asked, frequency, entries);
    const scores = new Float64Array(entries);
    for (const { label, kind, ceiling } of balanced) {
      const norm = norms[kind === 'written' ? 1 : 0];
      visit(label, (entry, count) => { scores[entry] += ceiling - ceiling / (1 + count * norm[entry]); });
    }
    return { scores, terms: balanced };
  }

  /** The entries that have one of some terms. */
  function entriesWith(labels) {
    const found = new Set();
    labels.forEach((label) => visit(label, (entry) => found.add(entry)));
    return [...found];
  }

  return { entries, score, has, frequency, entriesWith, labels: () => [...places.keys()] };
}

/** A part of a word, or its written form, counts no more than a word as frequent as the word itself. */
function balance(terms, frequencyOf, entries) {
  const counted = terms.map((term) => {
    const frequency = frequencyOf(term.label);
    return { ...term, frequency, idf: idf(entries, frequency) };
  });
  const wholes = new Map();
  for (const { kind, frequency, word, idf: own } of counted) {
    if (kind === 'word' && frequency > 0) wholes.set(word, Math.max(own, wholes.get(word) ?? 0));
  }
  return counted.map((term) => ({
    ...term,
    ceiling: term.weight * (term.kind === 'word' ? term.idf : Math.min(term.idf, wholes.get(term.word) ?? term.idf)),
  }));
}

/** Of the forms of each word, the one with the largest ceiling among those that the corpus has, or else among all. */
function largest(terms) {
  const best = new Map();
  for (const term of terms) {
    const before = best.get(term.word);
    const known = term.frequency > 0;
    const wins = !before || (known === before.frequency > 0 ? term.ceiling > before.ceiling : known);
    if (wins) best.set(term.word, term);
  }
  return [...best.values()];
}

const sumOf = (terms) => terms.reduce((sum, { ceiling }) => sum + ceiling, 0);

/** The score that hardly an entry reaches. */
export const ceilingOf = (terms) => sumOf(largest(terms));

/** The score that no entry exceeds. */
export const boundOf = (terms) => sumOf(terms.filter(({ frequency }) => frequency > 0))
  + sumOf(largest(terms).filter(({ frequency }) => frequency === 0));
