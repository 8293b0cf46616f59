/** Other ways in which people write a word: British and American, Latin and Greek plurals, names with other signs. */

/** A part of a word, and what others write instead. */
const RULES = [
  [/our/g, 'or'], [/or/g, 'our'], [/is(?=e|ing|ation|able)/g, 'iz'], [/iz(?=e|ing|ation|able)/g, 'is'],
  [/ys(?=e|ing)/g, 'yz'], [/yz(?=e|ing)/g, 'ys'], [/(?<=[bt])re(?=d?s?$)/g, 'er'], [/(?<=[bt])er(?=e?d?s?$)/g, 're'],
  [/ogue/g, 'og'], [/og(?=s?$)/g, 'ogue'], [/(?<=[aeiou][^aeiou]{1,3}[aeiou])ll(?=ed|ing|er)/g, 'l'],
  [/(?<=[aeiou][^aeiou]{1,3}[aeiou])l(?=ed|ing|er)/g, 'll'], [/[ao]e/g, 'e'], [/e/g, 'ae'], [/e/g, 'oe'],
  [/ence(?=s?$)/g, 'ense'], [/ense(?=s?$)/g, 'ence'], [/gramme/g, 'gram'], [/gram(?=s?$)/g, 'gramme'],
  [/(?<=gr)ey/g, 'ay'], [/(?<=gr)ay/g, 'ey'],
  [/ices$/g, 'ix'], [/ices$/g, 'ex'], [/[ei]x$/g, 'ices'], [/a$/g, 'um'], [/a$/g, 'on'], [/(?:um|on)$/g, 'a'],
  [/i$/g, 'us'], [/us$/g, 'i'], [/ae$/g, 'a'], [/a$/g, 'ae'], [/es$/g, 'is'], [/is$/g, 'es'],
];
const LONG_ENOUGH = 4;
/** The first letters of a word stay. */
const KEPT = 2;

/** Other spellings of a word in lower case. Many are no words. */
export function spellingsOf(word) {
  if (word.length < LONG_ENOUGH) return [];
  return [...new Set(RULES.flatMap(([part, instead]) => [...word.matchAll(part)].filter(({ index }) => index >= KEPT)
    .map(({ 0: found, index }) => word.slice(0, index) + instead + word.slice(index + found.length))))];
}

/** A name in lower case that holds signs, or a version, as others write it. */
export function spellingsOfName(name) {
  if (/^v\d/.test(name)) return [name.slice(1)];
  if (/^\d[\d.]*$/.test(name)) return [`v${name}`];
  return /[._]/.test(name) ? [name.replace(/[._]/g, ''), name.replace(/[._]/g, ' ')] : [];
}
