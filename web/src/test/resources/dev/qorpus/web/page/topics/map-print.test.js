import { drawForPrint } from '/page/topics/map-print.js';
import { equal, test } from '/test/testing.js';

const drawing = (names) => drawForPrint({
  points: { count: 2, x: [0, 1], y: [0, 1] }, groups: [{ colour: 3, members: [0, 1] }, { colour: -1, members: [] }], names,
});

test('each group is drawn in its colour, a dot for each entry', () => {
  const paths = [...drawing([]).querySelectorAll('path')];
  equal(paths.map((path) => [path.getAttribute('class'), path.getAttribute('d').split('M').length - 1]), [['c3', 2]]);
});

test('a name with no room is left out', () => {
  const name = { text: 'Word embeddings', x: 0.5, y: 0.5 };
  equal(drawing([name, name, name, name]).querySelectorAll('text').length, 3);
});
