import { csv } from '/page/shared/text/csv.js';
import { equal, test } from '/test/testing.js';

test('lines end as RFC 4180 wants', () => equal(csv([['a', 'b'], [1, 2.5]]), 'a,b\r\n1,2.5\r\n'));

test('commas, quotes and line breaks are quoted', () => {
  equal(csv([['a,b', 'say "no"', 'one\ntwo', 'cr\rend']]), '"a,b","say ""no""","one\ntwo","cr\rend"\r\n');
});

test('what a spreadsheet would run as a formula is text', () => {
  equal(csv([['=1+1', '+1', '-1', '@SUM(A1)', '\tx']]), "'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n");
});

test('a negative number stays a number', () => equal(csv([[-1]]), '-1\r\n'));

test('a sign inside of a text is no formula', () => equal(csv([['a=b', '1-2']]), 'a=b,1-2\r\n'));
