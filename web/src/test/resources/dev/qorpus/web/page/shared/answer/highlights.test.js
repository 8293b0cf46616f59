import { cutAt, marked } from '/page/shared/answer/highlights.js';
import { el } from '/page/shared/dom/elements.js';
import { equal, test } from '/test/testing.js';

const cut = (text, ranges, base) => cutAt(text, ranges, base).map((part) => (part.marked ? `[${part.text}]` : part.text));

test('a text without ranges is one part', () => equal(cut('tea', []), ['tea']));

test('ranges are cut out in the order of the text', () => {
  equal(cut('green tea leaf', [{ start: 10, end: 14 }, { start: 0, end: 5 }]), ['[green]', ' tea ', '[leaf]']);
});

test('ranges count from the base', () => equal(cut('tea leaf', [{ start: 104, end: 108 }], 100), ['tea ', '[leaf]']));

test('what lies outside of the text is cut off or left out', () => {
  equal(cut('tea', [{ start: -5, end: 1 }, { start: 2, end: 9 }, { start: 20, end: 22 }]), ['[t]', 'e', '[a]']);
});

test('ranges that overlap never repeat a letter', () => {
  equal(cut('abcdef', [{ start: 1, end: 4 }, { start: 2, end: 3 }, { start: 3, end: 5 }]), ['a', '[bcd]', '[e]', 'f']);
});

test('an empty or turned range marks nothing', () => equal(cut('abc', [{ start: 1, end: 1 }, { start: 2, end: 1 }]), ['abc']));

test('marks are elements, the rest is text', () => {
  equal(el('p', {}, marked('a<b', [{ start: 1, end: 2 }])).outerHTML, '<p>a<mark>&lt;</mark>b</p>');
  equal(el('p', {}, marked('plain')).outerHTML, '<p>plain</p>');
});
