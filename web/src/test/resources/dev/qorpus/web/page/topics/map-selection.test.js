import { within } from '/page/topics/map-selection.js';
import { equal, test } from '/test/testing.js';

const points = { count: 4, x: [0.1, 0.5, 0.52, 0.9], y: [0.1, 0.6, 0.5, 0.9] };
const placing = { kx: 100, ky: 200, dx: 10, dy: 0 };

test('the points within a rectangle of the screen are found, the uppermost first', () => {
  equal(within({ left: 50, right: 70, top: 90, bottom: 130 }, points, placing), [2, 1]);
});

test('a rectangle beside all points has none', () => equal(within({ left: 0, right: 9, top: 0, bottom: 9 }, points, placing), []));
