/** The words of the corpus, by which the spelling of questions is corrected. */
import { editsBetween } from './edits.js';
import { stemmedWords, WRITTEN } from './question-terms.js';

/** A bit for each letter; some share one. It rules out most words before their distance is computed. */
const lettersOf = (word) => [...word].reduce((some, letter) => some | (1 << (letter.codePointAt(0) % 32)), 0);

function ones(bits) {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * @param words a lexicon
 * @param textsOf the parts of an entry's text
 */
export function vocabulary(words, analyser, textsOf) {
  let written = null;

  /** Whether the corpus has every word of a text in some form. Function words count as there. */
  const has = (text) => stemmedWords(text, analyser)
    .every(({ forms }) => forms.length === 0 || forms.some(words.has));

  /** Whether some entry has all words of a text side by side. */
  function hasPhrase(text) {
    const phrase = stemmedWords(text, analyser).map(({ forms }) => forms).filter((forms) => forms.length > 0);
    return phrase.length > 0 && words.entriesWith(phrase[0]).some((entry) => textsOf(entry).some((part) => {
      const found = stemmedWords(part, analyser).map(({ forms }) => forms).filter((forms) => forms.length > 0);
      return found.some((_, at) => phrase.every((forms, i) => found[at + i]?.some((form) => forms.includes(form))));
    }));
  }

  /** Words within so many edits of one in lower case: `[{ word, edits, frequency }]`. */
  function similar(word, edits) {
    written ??= words.labels().filter((label) => label.startsWith(WRITTEN) && !/\p{Lu}/u.test(label))
      .map((label) => ({ word: label.slice(1), letters: lettersOf(label.slice(1)) }));
    const own = lettersOf(word);
    return written.filter((other) => Math.abs(other.word.length - word.length) <= edits
      && ones(own & ~other.letters) <= edits && ones(other.letters & ~own) <= edits)
      .map((other) => ({ word: other.word, edits: editsBetween(word, other.word) })).filter((other) => other.edits <= edits)
      .map((other) => ({ ...other, frequency: words.frequency(WRITTEN + other.word) }));
  }

  return { has, hasPhrase, similar };
}
