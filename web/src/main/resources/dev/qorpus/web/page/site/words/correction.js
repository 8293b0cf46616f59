/**
 * Writes the words of a question as the corpus does, by the rules of the server: joined words are split, split ones joined,
 * mistyped ones replaced. A word that no slip of the fingers explains stays, and its neighbour is searched beside it.
 */
import { isSlip } from './edits.js';
import { spellingsOf, spellingsOfName } from './spellings.js';

const WORD = /(?<![\p{L}\p{N}_.'’])[\p{L}\p{N}]+(?![\p{L}\p{N}_'’]|\.[\p{L}\p{N}])/gu;
const NAME = /(?<![\p{L}\p{N}_.'’])[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)+(?![\p{L}\p{N}_'’]|\.[\p{L}\p{N}])/gu;
const SPLIT_FROM = 2;
const JOINED_FROM = 3;
const SWAPPED_FROM = 4;
const ONE_EDIT_FROM = 5;
const TWO_EDITS_FROM = 8;

/** @param isWord whether a word in lower case is one of the language */
export function corrector({ has, hasPhrase, similar }, isWord) {
  const isName = (first, second) => /\p{L}$/u.test(first) && /^\p{L}/u.test(second) && has(`${first}.${second}`);

  function split(word) {
    for (let at = 1; at < word.length; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (isName(first, second)) return `${first}.${second}`;
      const apart = `${first} ${second}`;
      if (isPart(first, SPLIT_FROM) && isPart(second, SPLIT_FROM) && has(apart) && hasPhrase(apart)) return apart;
    }
    return undefined;
  }

  const respelt = (word) => similar(word, word.length < TWO_EDITS_FROM ? 1 : 2).filter((other) => isMeant(word, other.word))
    .sort((a, b) => a.edits - b.edits || b.frequency - a.frequency || (a.word < b.word ? -1 : 1))[0];

  function correctWord({ 0: text, index }) {
    const place = { start: index, end: index + text.length };
    if (has(text)) return { ...place, text, known: true };
    const lower = text.toLowerCase();
    let better = spellingsOf(lower).find(has);
    if (better === undefined && !isWord(lower)) {
      better = split(lower);
      const near = better === undefined ? respelt(lower) : undefined;
      if (near && !isSlip(lower, near.word, near.edits)) return { ...place, text: near.word, known: false, change: 'beside' };
      better ??= near?.word;
    }
    return { ...place, text: better ?? text, known: better !== undefined, change: better === undefined ? undefined : 'replaced' };
  }

  function joined(first, second) {
    if (isName(first, second)) return `${first}.${second}`;
    return isPart(first, JOINED_FROM) && isPart(second, JOINED_FROM) && has(first + second) ? first + second : undefined;
  }

  function join(question, words) {
    for (let i = 0; i + 1 < words.length; i++) {
      const [first, second] = [words[i], words[i + 1]];
      const near = first.change !== 'beside' && second.change !== 'beside' && !(first.known && second.known)
        && /^[ -]$/.test(question.slice(first.end, second.start));
      const text = near ? joined(first.text.toLowerCase(), second.text.toLowerCase()) : undefined;
      if (text !== undefined) words.splice(i, 2, { start: first.start, end: second.end, text, known: true, change: 'replaced' });
    }
  }

  function correctName({ 0: text, index }) {
    const other = has(text) ? undefined : spellingsOfName(text.toLowerCase())
      .find((name) => has(name) && (!name.includes(' ') || hasPhrase(name)));
    return other === undefined ? [] : [{ start: index, end: index + text.length, text: other, known: true, change: 'replaced' }];
  }

  /** `{ text, corrections: [{ from, to, replaced }] }` */
  return (question) => {
    const words = [...question.matchAll(WORD)].map(correctWord);
    join(question, words);
    words.push(...[...question.matchAll(NAME)].flatMap(correctName));
    return wording(question, words.sort((a, b) => a.start - b.start));
  };
}

const isPart = (word, shortest) => word.length >= shortest || /^\p{Nd}/u.test(word);

const sorted = (word) => [...word].sort().join('');
const digits = (word) => word.replace(/\P{N}/gu, '');

/** A first letter is seldom wrong, and another digit is another version. */
function isMeant(word, other) {
  const swapped = word.length >= SWAPPED_FROM && sorted(word) === sorted(other);
  return (swapped || (word.length >= ONE_EDIT_FROM && word[0] === other[0]))
    && Math.abs(word.length - other.length) <= 1 && digits(word) === digits(other);
}

function wording(question, words) {
  let [text, written] = ['', 0];
  const corrections = new Map();
  for (const { start, end, text: to, change } of words) {
    if (change === 'replaced') {
      text += question.slice(written, start) + to;
      written = end;
    }
    const from = question.slice(start, end);
    if (change) corrections.set(`${from}\n${to}`, { from, to, replaced: change === 'replaced' });
  }
  return { text: text + question.slice(written), corrections: [...corrections.values()] };
}
