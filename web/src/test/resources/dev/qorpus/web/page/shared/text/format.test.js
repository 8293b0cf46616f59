import { bytes, duration, millis, number, percent, plural, shorten } from '/page/shared/text/format.js';
import { equal, test } from '/test/testing.js';

test('a count has the noun that fits, and never breaks', () => {
  equal(plural(0, 'entry', 'entries'), '0\u00a0entries');
  equal(plural(1, 'entry', 'entries'), '1\u00a0entry');
  equal(plural(2, 'entry', 'entries'), '2\u00a0entries');
});

test('a number has three digits behind the point, or as many as asked for', () => {
  equal(number(0.12349), '0.123');
  equal(number(-1, 2), '-1.00');
});

test('what is no number is a dash', () => {
  equal([undefined, null, NaN, Infinity, '1'].map((value) => number(value)), ['–', '–', '–', '–', '–']);
});

test('a share is whole percent', () => {
  equal([0, 0.005, 0.494, 1].map(percent), ['0\u00a0%', '1\u00a0%', '49\u00a0%', '100\u00a0%']);
});

test('a size is in the largest unit that leaves a whole part', () => {
  equal([0, 999, 1000, 1_250_000, 3e9, 4.2e12].map((n) => bytes(n)),
    ['0\u00a0bytes', '999\u00a0bytes', '1.0\u00a0kB', '1.3\u00a0MB', '3.0\u00a0GB', '4.2\u00a0TB']);
});

test('the smallest unit has the name asked for, and there is none above terabytes', () => {
  equal(bytes(12, 'B'), '12\u00a0B');
  equal(bytes(5e15), '5000.0\u00a0TB');
});

test('only a short time has tenths', () => {
  equal([0, 9.94, 10, 1234.5].map(millis), ['0.0\u00a0ms', '9.9\u00a0ms', '10\u00a0ms', '1235\u00a0ms']);
});

test('a duration is in its largest unit, rounded down', () => {
  equal([0, 1, 59.9, 60, 3599, 7200, 86_400, 200_000].map(duration),
    ['0\u00a0seconds', '1\u00a0second', '59\u00a0seconds', '1\u00a0minute', '59\u00a0minutes', '2\u00a0hours', '1\u00a0day', '2\u00a0days']);
});

test('a clock that runs behind gives no negative duration', () => equal(duration(-3), '0\u00a0seconds'));

test('a long text is cut to the length with its ellipsis, a short one stays', () => {
  equal(shorten('abcdef', 6), 'abcdef');
  equal(shorten('abcdefg', 6), 'abcde…');
});

test('a character outside the BMP is never cut in two', () => equal(shorten('😀😀😀😀', 3), '😀😀…'));
