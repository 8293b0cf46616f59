/**
 * The terms of a question with their weights, as the server makes them: each word by its stem, as a part of identifiers and
 * compounds, by the names within it, and as it is written.
 */
import { partsOf } from './identifiers.js';
import { stem } from './porter.js';
import { folded, isInCapitals, pairsOf, wordsOf } from './tokens.js';

const PART_WEIGHT = 0.5;
const NAMES_WEIGHT = 0.5;
const WRITTEN_WEIGHT = 0.4;
const BESIDE_WEIGHT = 0.5;
/** The saturation of repeated words: k3 of BM25. */
const K3 = 2;
/** Before the term of a part of a word. */
const PART = '-';
/** Before the term of a word as it is written. */
export const WRITTEN = '"';

const POSSESSIVE = /['’＇][sS]$/u;

/**
 * Gives the terms of single words. What the corpus has is looked up, so that it holds in every language; other words are
 * stemmed, where the corpus is in English.
 *
 * @param known by word in lower case, the terms with blanks between them; none for a function word
 */
export const analysis = (known, english, paired) => ({
  paired,
  formsOf(word) {
    const lower = word.toLowerCase().normalize('NFC');
    const plain = lower.replace(POSSESSIVE, '');
    const found = known.get(lower) ?? known.get(plain);
    if (found !== undefined) return found === '' ? [] : found.split(' ');
    return [...new Set([plain, folded(plain)].map((form) => (english ? stem(form) : form)))];
  },
});

/** The stemmed words of a text: `[{ start, end, text, raw, forms }]`. Function words have no forms. */
export function stemmedWords(text, { formsOf, paired }) {
  const words = wordsOf(text).map((word) => ({ ...word, forms: formsOf(word.text) }));
  if (!paired) return words;
  return [...words, ...pairsOf(text).map((pair) => ({ ...pair, forms: [pair.text] }))].sort((a, b) => a.start - b.start);
}

/** The terms of a question: `[{ label, kind, weight, word }]`. Terms of one word have the same number. */
export function questionTerms(text, analyser) {
  const terms = new Map();
  const add = (label, kind, weight, word) => {
    const before = terms.get(label);
    if (before) before.weight += weight;
    else terms.set(label, { label, kind, weight, word });
  };
  const numbers = new Map();
  const numberOf = ({ start, end }) => {
    const place = `${start}-${end}`;
    if (!numbers.has(place)) numbers.set(place, numbers.size);
    return numbers.get(place);
  };
  const stemmed = stemmedWords(text, analyser).filter(({ forms }) => forms.length > 0);
  for (const word of stemmed) word.forms.forEach((form) => add(form, 'word', 1, numberOf(word)));
  for (const { label, weight, word } of [...terms.values()]) add(PART + label, 'part', PART_WEIGHT * weight, word);
  stemmed.forEach((word) => addNames(word, numberOf(word), analyser, add));
  addWritten(text, numbers, numberOf, add);
  return [...terms.values()].map((term) => ({ ...term, weight: saturated(term.weight) }));
}

/** The same, with the terms of other words beside, which count less. */
export function askedTerms({ text, corrections }, analyser) {
  const terms = questionTerms(text, analyser);
  const known = new Set(terms.map(({ label }) => label));
  for (const { to } of corrections.filter(({ replaced }) => !replaced)) {
    const first = 1 + Math.max(-1, ...terms.map(({ word }) => word));
    for (const term of questionTerms(to, analyser).filter(({ label }) => !known.has(label))) {
      known.add(term.label);
      terms.push({ ...term, weight: BESIDE_WEIGHT * term.weight, word: first + term.word });
    }
  }
  return terms;
}

const saturated = (weight) => (weight > 1 ? ((K3 + 1) * weight) / (K3 + weight) : weight);

function addNames({ raw }, number, { formsOf }, add) {
  const names = [...new Set(partsOf(raw).flatMap((part) => wordsOf(part)).flatMap((word) => formsOf(word.text)))];
  for (const name of names) {
    add(name, 'name', NAMES_WEIGHT / names.length, number);
    add(PART + name, 'name', NAMES_WEIGHT / names.length, number);
  }
}

function addWritten(text, numbers, numberOf, add) {
  const stemmed = new Set(numbers.keys());
  const each = WRITTEN_WEIGHT / Math.max(1, stemmed.size);
  const hasSmallLetters = /\p{Ll}/u.test(text);
  for (const word of wordsOf(text)) {
    for (const form of writtenForms(word)) {
      if (stemmed.has(`${word.start}-${word.end}`) && form.length > 1) {
        add(WRITTEN + form, 'written', each, numberOf(word));
      } else if (stemmed.size === 0 || (hasSmallLetters && isInCapitals(form))) {
        add(WRITTEN + form, 'written', 1, numberOf(word));
      }
    }
  }
}

/** A word as it is written, an abbreviation also in its capitals, and the names within an identifier. */
function writtenForms({ text, raw }) {
  const names = partsOf(raw).map((part) => wordsOf(part)[0]).filter(Boolean).map((first) => folded(first.text));
  return [folded(text), ...(isInCapitals(raw) ? [raw] : []), ...names];
}
