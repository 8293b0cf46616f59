import { numberAt, partAt } from '/page/site/meaning/packed-numbers.js';
import { equal, test } from '/test/testing.js';

const DIGITS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((sign) => !'"\\'.includes(sign)).join('');

test('levels go from -1 to 1, with 0 in their midst', () => {
  equal(DIGITS.length, 93);
  equal([0, 46, 92].map((place) => numberAt(DIGITS, place)), [-1, 0, 1]);
  const steps = [...DIGITS].map((_, place) => numberAt(DIGITS, place));
  equal(steps.every((step, i) => i === 0 || step > steps[i - 1]), true);
});

test('levels are closer near zero', () => equal(numberAt(DIGITS, 47) < 0.004, true));

test('two characters are a part of 1', () => {
  equal(partAt('~~', 0), 1);
  equal(partAt('  ', 0), 1 / 8649);
});
