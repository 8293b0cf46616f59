import { assignColours, classOf, COLOURS } from '/page/topics/palette.js';
import { equal, test } from '/test/testing.js';

test('a colour has its class, none has one too', () => equal([0, 7, -1].map(classOf), ['c0', 'c7', 'none']));

test('nothing needs no colour', () => equal(assignColours([]), []));

test('as many topics as colours have each another', () => {
  const centres = Array.from({ length: COLOURS }, (_, i) => ({ x: i, y: 0 }));
  equal(new Set(assignColours(centres)).size, COLOURS);
});

test('a topic is never coloured as one of the six nearest before it', () => {
  const centres = Array.from({ length: 60 }, (_, i) => ({ x: Math.sin(i * 12.9898) * 100 % 1, y: Math.sin(i * 78.233) * 100 % 1 }));
  const colours = assignColours(centres);
  centres.forEach((centre, i) => {
    const near = centres.slice(0, i).map((other, j) => ({ j, far: Math.hypot(other.x - centre.x, other.y - centre.y) }))
      .sort((a, b) => a.far - b.far).slice(0, 6);
    equal(near.some(({ j }) => colours[j] === colours[i]), false);
  });
});

test('colours are used about equally often', () => {
  const colours = assignColours(Array.from({ length: 80 }, (_, i) => ({ x: i, y: 0 })));
  const counts = Array.from({ length: COLOURS }, (_, colour) => colours.filter((other) => other === colour).length);
  equal(Math.max(...counts) - Math.min(...counts) <= 2, true);
});
