import { countsOfCorpus, fieldsToShow, valuesToShow, withPicked } from '/page/ask/filter-values.js';
import { equal, test } from '/test/testing.js';

const values = (...names) => names.map((value) => ({ value, count: 1 }));

test('the corpus’s values come with the most frequent first', () => {
  equal(countsOfCorpus({ type: { Basic: 2, Deep: 5 } }), { type: [{ value: 'Deep', count: 5 }, { value: 'Basic', count: 2 }] });
  equal(countsOfCorpus(undefined), {});
});

test('type, section and file stand first, other fields by name', () => {
  equal(fieldsToShow({ zone: values('a'), file: values('f'), level: values('1'), type: values('t') }, new Map()),
    ['type', 'file', 'level', 'zone']);
});

test('a field without values is not shown, unless something of it is picked', () => {
  equal(fieldsToShow({ type: [], level: values('1') }, new Map()), ['level']);
  equal(fieldsToShow({ type: [] }, new Map([['type', ['Deep']], ['nope', ['x']]])), ['type', 'nope']);
});

test('picked values that no entry has stand in front', () => {
  equal(withPicked(values('a', 'b'), new Set(['b', 'gone'])), [{ value: 'gone', count: 0 }, ...values('a', 'b')]);
});

test('forty values are shown, and how many are left is told', () => {
  const found = values(...Array.from({ length: 45 }, (_, i) => `v${i}`));
  const { shown, matching, left } = valuesToShow(found, new Set(['v44']), '');
  equal([shown.length, shown.at(-1).value, matching, left], [41, 'v44', 45, 4]);
});

test('typing finds values in any case, and keeps those picked', () => {
  equal(valuesToShow(values('Green tea', 'Coffee', 'Milk'), new Set(['Milk']), ' TEA ').shown.map(({ value }) => value),
    ['Green tea', 'Milk']);
  equal(valuesToShow(values('a'), new Set(), 'zzz'), { shown: [], matching: 0, left: 0 });
});

test('numbers that are all different are no filter, unless one is picked', () => {
  const counts = { sort_order: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), count: 1 })), year: [{ value: '2020', count: 3 }] };
  equal(fieldsToShow(counts, new Map()), ['year']);
  equal(fieldsToShow(counts, new Map([['sort_order', ['3']]])), ['sort_order', 'year']);
});
