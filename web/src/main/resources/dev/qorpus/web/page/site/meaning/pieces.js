/**
 * Cuts texts into the word pieces of BERT: the normaliser, the rules for signs and the greedy WordPiece of Hugging Face's
 * library, for a vocabulary in lower case.
 */

const SPECIAL = /(\[(?:PAD|UNK|CLS|SEP|MASK)\])/;
const REMOVED = /[\0\uFFFD]|(?![\t\n\r])\p{C}/gu;
const CHINESE = new RegExp('[\\u4E00-\\u9FFF\\u3400-\\u4DBF\\u{20000}-\\u{2A6DF}\\u{2A700}-\\u{2B73F}\\u{2B740}-\\u{2B81F}'
  + '\\u{2B920}-\\u{2CEAF}\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}]', 'gu');
const SIGN = /[!-/:-@[-`{-~]|\p{P}/gu;
const LONGEST = 100;
const UNKNOWN = '[UNK]';

/** @param vocabulary the numbers of pieces */
export const pieces = (vocabulary) => (text) => text.split(SPECIAL).flatMap((part) => (
  SPECIAL.test(part) ? numbered(part, vocabulary) : wordsOf(part).flatMap((word) => cut(word, vocabulary))));

const numbered = (piece, vocabulary) => (piece !== UNKNOWN && vocabulary.has(piece) ? [vocabulary.get(piece)] : []);

function wordsOf(text) {
  const clean = text.replace(REMOVED, '').replace(CHINESE, ' $& ').normalize('NFD').replace(/\p{Mn}/gu, '');
  // One letter after another: at the end of a word a sigma has no other form.
  const lower = Array.from(clean, (letter) => letter.toLowerCase()).join('');
  return lower.replace(SIGN, ' $& ').split(/\s+/u).filter((word) => word !== '');
}

/** The longest pieces from left to right. A word that has none in some place is left out. */
function cut(word, vocabulary) {
  const signs = [...word];
  if (signs.length > LONGEST) return [];
  const found = [];
  for (let start = 0; start < signs.length;) {
    let end = signs.length;
    const piece = () => (start > 0 ? '##' : '') + signs.slice(start, end).join('');
    while (end > start && !vocabulary.has(piece())) end--;
    if (end === start) return [];
    found.push(vocabulary.get(piece()));
    start = end;
  }
  return found;
}
