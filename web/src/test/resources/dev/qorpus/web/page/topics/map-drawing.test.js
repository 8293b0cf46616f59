import { createDots } from '/page/topics/map-dots.js';
import { labeller } from '/page/topics/map-labels.js';
import { equal, test } from '/test/testing.js';

const canvas = (width, height) => Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
const pixel = (pen, x, y) => [...pen.getImageData(x, y, 1, 1).data];

test('dots are squares of their colour, and nothing else is drawn', () => {
  const pen = canvas(20, 20);
  const dots = createDots(pen);
  dots.begin();
  dots.draw([0], { x: [10], y: [10] }, { kx: 1, ky: 1, dx: 0, dy: 0 }, 2, { colour: '#0a5c6b', alpha: 1 });
  dots.end();
  equal([pixel(pen, 8, 8), pixel(pen, 11, 11)], [[10, 92, 107, 255], [10, 92, 107, 255]]);
  equal([pixel(pen, 7, 8), pixel(pen, 12, 11)], [[0, 0, 0, 0], [0, 0, 0, 0]]);
});

test('where dots overlap, the colour is stronger', () => {
  const pen = canvas(20, 20);
  const dots = createDots(pen);
  dots.begin();
  dots.draw([0, 1, 2], { x: [5, 15, 15], y: [10, 10, 10] }, { kx: 1, ky: 1, dx: 0, dy: 0 }, 2, { colour: '#0a5c6b', alpha: 0.5 });
  dots.end();
  equal(pixel(pen, 15, 10)[3] > pixel(pen, 5, 10)[3], true);
});

test('a dot that reaches over the edge is not drawn, and none wraps around', () => {
  const pen = canvas(20, 20);
  const dots = createDots(pen);
  dots.begin();
  dots.draw([0, 1], { x: [0, 20], y: [10, 10] }, { kx: 1, ky: 1, dx: 0, dy: 0 }, 2, { colour: '#fff', alpha: 1 });
  dots.end();
  equal(pen.getImageData(0, 0, 20, 20).data.some((value) => value > 0), false);
});

test('a text is written where there is room, and not over another', () => {
  const labels = labeller(canvas(400, 100), { paper: '#fff', ink: '#000', font: { size: 13, family: 'sans-serif' } });
  equal(labels.write('tea', 100, 50), true);
  equal(labels.write('tea', 105, 50), false);
  equal(labels.write('tea', 300, 50), true);
  equal(labels.write('tea', 105, 50, { always: true }), true);
});

test('a place that is kept stays free', () => {
  const labels = labeller(canvas(400, 100), { paper: '#fff', ink: '#000', font: { size: 13, family: 'sans-serif' } });
  labels.keep(100, 50, 10);
  equal([labels.write('tea', 100, 50), labels.write('tea', 100, 90)], [false, true]);
});

test('a text is written at the first height with room', () => {
  const labels = labeller(canvas(400, 100), { paper: '#fff', ink: '#000', font: { size: 13, family: 'sans-serif' } });
  equal([labels.writeNear('tea', 100, [50]), labels.writeNear('tea', 100, [50, 52]), labels.writeNear('tea', 100, [50, 80])], [true, false, true]);
});
