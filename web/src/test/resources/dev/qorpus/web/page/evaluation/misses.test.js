import { reasons } from '/page/evaluation/misses.js';
import { equal, test } from '/test/testing.js';

test('reasons are counted, the most frequent first', () => {
  equal(reasons(['a near tie', 'no word in common', 'no word in common'].map((reason) => ({ reason }))), '2 no word in common · 1 a near tie');
});
