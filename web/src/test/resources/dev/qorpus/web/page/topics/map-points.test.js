import '/lib/d3/d3.min.js';
import { boxAround, inGroups, middle, readPoints, towards } from '/page/topics/map-points.js';
import { equal, test } from '/test/testing.js';

const points = readPoints({ x: [0, 100, 50, 50], y: [0, 0, 50, 100], scale: 100 });

test('places are read as numbers from 0 to 1', () => {
  equal([points.count, points.x, points.y], [4, [0, 1, 0.5, 0.5], [0, 0, 0.5, 1]]);
});

test('the outermost points touch the edges of the map, in width and height', () => {
  equal(readPoints({ x: [20, 30, 40], y: [5, 5, 6], scale: 100 }), { ...readPoints({ x: [0, 1, 2], y: [0, 0, 1], scale: 9 }) });
});

test('on a map twice as wide as high, nearness is measured as it is seen', () => {
  const two = readPoints({ x: [0, 50, 100], y: [0, 60, 100] });
  equal([two.nearest(0.3, 0.35, 9, 1), two.nearest(0.3, 0.35, 0.4, 2), two.nearest(0.3, 0.35, 0.4, 20)], [1, -1, -1]);
});

test('a box around points leaves out a tenth at each side', () => {
  const ten = { x: [0, 0.4, 0.41, 0.42, 0.43, 0.44, 0.45, 0.46, 0.47, 1], y: [0, 0.4, 0.41, 0.42, 0.43, 0.44, 0.45, 0.46, 0.47, 1] };
  equal(boxAround(ten, ten.x.map((_, i) => i)), { left: 0.4, right: 0.47, top: 0.4, bottom: 0.47 });
});

test('the nearest point is found within reach', () => {
  equal(points.nearest(0.55, 0.55, 0.2), 2);
  equal(points.nearest(0.55, 0.55, 0.01), -1);
});

test('points are grouped, those in none come last', () => {
  equal(inGroups([1, 0, -1, 1, 9], 2), [[1], [0, 3], [2, 4]]);
});

test('the middle is the median, which a stray point does not move', () => {
  const many = { x: [0.1, 0.2, 0.3, 0.9, 0.2], y: [0, 0, 0, 1, 0.5] };
  equal(middle(many, [0, 1, 2, 3, 4]), { x: 0.2, y: 0 });
});

test('the middle of nothing is that of the map', () => equal(middle(points, []), { x: 0.5, y: 0.5 }));

test('an arrow leads to the nearest point of its direction', () => {
  const from = { x: 0.5, y: 0.5 };
  equal([towards(points, from, 0, 1), towards(points, from, 0, -1), towards(points, from, 1, 0), towards(points, from, -1, 0)],
    [3, 0, 1, 0]);
});

test('where nothing lies in a direction it leads nowhere', () => equal(towards(points, { x: 1, y: 1 }, 1, 0), -1));
