/** Splits texts into words by the rules of Unicode (UAX 29), as the index does. Names such as C++ and .NET are words. */

const UNCUT = '[\\p{Ideographic}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const LETTER = `(?:(?!${UNCUT})\\p{Alphabetic})`;
const DIGIT = '\\p{Nd}';
const MARKS = '[\\p{M}\\p{Cf}]*';
const IN_WORDS = "[:\\u00B7\\u0387\\u05F4\\u2027\\uFE13\\uFE55\\uFF1A.'\\u2018\\u2019\\u2024\\uFE52\\uFF07\\uFF0E]";
const IN_NUMBERS = "[,;\\u037E\\u0589\\u060C\\u066C\\u2044\\uFE10\\uFE14\\uFF0C\\uFF1B.'\\u2018\\u2019\\u2024\\uFE52\\uFF07\\uFF0E]";
const WORD = new RegExp(`(?:(?:${LETTER}|${DIGIT}|[\\p{Pc}\\u202F])${MARKS}`
  + `|(?<=${LETTER}${MARKS})${IN_WORDS}${MARKS}(?=${LETTER})`
  + `|(?<=${DIGIT}${MARKS})${IN_NUMBERS}${MARKS}(?=${DIGIT}))+`, 'gu');
const TELLS = new RegExp(`${LETTER}|${DIGIT}`, 'u');
const PAIRED = /[\p{Ideographic}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+/gu;

// Signs of names of languages, as letters of a script that hardly any text has, so that no offset changes.
const PLUS = '\uA4D1';
const SHARP = '\uA4E2';
const DOT = '\uA4D3';
const SPELT = { [PLUS]: 'plus', [SHARP]: 'sharp', [DOT]: 'dot' };

const withSigns = (text) => text.replace(/([Cc])\+\+/g, `$1${PLUS}${PLUS}`).replace(/([CcFf])#/g, `$1${SHARP}`)
  .replace(/\.(?=NET|Net|net)/g, DOT);

const spelt = (word) => word.replace(/[\uA4D1\uA4E2\uA4D3]/g, (sign) => SPELT[sign]);

/** The words in order: `[{ start, end, text, raw }]`, `raw` as written. Offsets count UTF-16 code units. */
export function wordsOf(text) {
  const words = [];
  for (const match of withSigns(text).matchAll(WORD)) {
    let start = match.index;
    // A name such as .NET begins a word.
    for (const piece of match[0].split(new RegExp(`(?=${DOT})`, 'u'))) {
      if (TELLS.test(piece)) {
        const end = start + piece.length;
        words.push({ start, end, text: spelt(piece), raw: text.slice(start, end).replace(/^\./, '') });
      }
      start += piece.length;
    }
  }
  return words;
}

/** Pairs of neighbouring signs of Chinese, Japanese and Korean; a single sign is alone. */
export function pairsOf(text) {
  const pairs = [];
  for (const { 0: run, index } of text.matchAll(PAIRED)) {
    const signs = [...run];
    let start = index;
    for (let i = 0; i < Math.max(1, signs.length - 1); i++) {
      const pair = signs.slice(i, i + 2).join('');
      pairs.push({ start, end: start + pair.length, text: pair, raw: pair });
      start += signs[i].length;
    }
  }
  return pairs;
}

/** Whether a word is an abbreviation in capitals. */
export const isInCapitals = (word) => word.length > 1 && /^\p{Lu}+$/u.test(word);

// Letters that are no base with a mark.
const PLAIN = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', '’': "'", '‘': "'" };

/** A word in lower case and without accents, as the index writes it beside the stem. */
export const folded = (word) => word.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '')
  .replace(/[ßæœøłđðþı’‘]/g, (letter) => PLAIN[letter]).normalize('NFC');
