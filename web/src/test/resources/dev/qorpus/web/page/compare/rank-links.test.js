import { curve } from '/page/compare/rank-links.js';
import { equal, test } from '/test/testing.js';

test('a curve leaves and arrives level, and bends in the middle', () => {
  equal(curve(0, 10, 100, 50), 'M0,10 C50,10 50,50 100,50');
});

test('between equal heights it is straight', () => equal(curve(20, 5, 40, 5), 'M20,5 C30,5 30,5 40,5'));
