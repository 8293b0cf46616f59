/** Stems of English words, by the algorithm of Porter (1980) with its author's later corrections. */

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const measured = (count) => new RegExp(`^(?:${CONSONANTS})?(?:${VOWELS}${CONSONANTS}){${count}}`);
const ONCE = new RegExp(`${measured('1').source}(?:${VOWELS})?$`);
const [SOME, MORE] = [measured('1,'), measured('2,')];
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);
const DOUBLED = /([^aeiouylsz])\1$/;

const pairs = (list) => list.split(' ').map((pair) => pair.split('-'));
const SECOND = pairs('ational-ate tional-tion enci-ence anci-ance izer-ize bli-ble alli-al entli-ent eli-e ousli-ous'
  + ' ization-ize ation-ate ator-ate alism-al iveness-ive fulness-ful ousness-ous aliti-al iviti-ive biliti-ble logi-log');
const THIRD = pairs('icate-ic ative- alize-al iciti-ic ical-ic ful- ness-');
const FOURTH = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
const FOURTH_ION = /^(.+[st])ion$/;

/** The first suffix that a word has decides, whether its stem is long enough or not. */
function replaced(word, suffixes) {
  for (const [suffix, instead] of suffixes) {
    if (word.length > suffix.length && word.endsWith(suffix)) {
      const stem = word.slice(0, -suffix.length);
      return SOME.test(stem) ? stem + instead : word;
    }
  }
  return word;
}

function plural(word) {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function past(word) {
  const [, eed] = /^(.*)eed$/.exec(word) ?? [];
  if (eed !== undefined) return SOME.test(eed) ? word.slice(0, -1) : word;
  const [, stem] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (stem === undefined || !HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  return SHORT.test(stem) ? `${stem}e` : stem;
}

function fourth(word) {
  const stem = (FOURTH.exec(word) ?? FOURTH_ION.exec(word))?.[1];
  return stem !== undefined && MORE.test(stem) ? stem : word;
}

function fifth(word) {
  const [, stem] = /^(.+)e$/.exec(word) ?? [];
  const cut = stem !== undefined && (MORE.test(stem) || (ONCE.test(stem) && !SHORT.test(stem))) ? stem : word;
  return /ll$/.test(cut) && MORE.test(cut) ? cut.slice(0, -1) : cut;
}

/** The stem of a word in lower case. */
export function stem(word) {
  if (word.length < 3) return word;
  // A y at the beginning is a consonant.
  let stemmed = past(plural(word.replace(/^y/, 'Y')));
  const [, before] = /^(.+)y$/.exec(stemmed) ?? [];
  if (before !== undefined && HAS_VOWEL.test(before)) stemmed = `${before}i`;
  return fifth(fourth(replaced(replaced(stemmed, SECOND), THIRD))).replace(/^Y/, 'y');
}
