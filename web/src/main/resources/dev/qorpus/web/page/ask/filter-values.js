/** The fields and values of the filters with their counts, as plain data. */

const FIRST = ['type', 'section', 'file'];
/** More values than these are found by typing. */
const SHOWN = 40;

/** Counts over the whole corpus from the server's status: `{ field: [{ value, count }] }`, the most frequent first. */
export const countsOfCorpus = (values) => Object.fromEntries(Object.entries(values ?? {}).map(([field, found]) =>
  [field, Object.entries(found).map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)]));

/** Above so many values, numbers that are all different are a count, such as an order, and no choice. */
const MOST_NUMBERS = 6;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const isCounter = (values) => values.length > MOST_NUMBERS
  && values.every(({ value, count }) => count === 1 && NUMBER.test(value));

/**
 * The fields in display order. Numbers that tell entries apart, and no more, are left out. A filter from the address is shown even if no entry has it, so that it can be removed.
 */
export function fieldsToShow(counts, picked) {
  const names = Object.keys(counts).filter((name) => picked.has(name) || (counts[name].length > 0 && !isCounter(counts[name])));
  const others = names.filter((name) => !FIRST.includes(name)).sort();
  return [...new Set([...FIRST.filter((name) => names.includes(name)), ...others, ...picked.keys()])];
}

/** The values of a field. Selected values that no entry has come first. */
export function withPicked(found, picked) {
  const known = new Set(found.map(({ value }) => value));
  return [...[...picked].filter((value) => !known.has(value)).map((value) => ({ value, count: 0 })), ...found];
}

/** The values that match the typed text: the first ones and all selected ones, with the number of matches and of hidden ones. */
export function valuesToShow(found, picked, typed) {
  const wanted = typed.trim().toLowerCase();
  const matching = found.filter(({ value }) => picked.has(value) || value.toLowerCase().includes(wanted));
  const shown = matching.filter(({ value }, i) => i < SHOWN || picked.has(value));
  return { shown, matching: matching.length, left: matching.length - shown.length };
}
