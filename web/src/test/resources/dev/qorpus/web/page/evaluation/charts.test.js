import { drawBars, drawReliability } from '/page/evaluation/charts.js';
import { equal, test } from '/test/testing.js';

test('gains are above the line and losses below, in paths of their own', () => {
  const bars = drawBars([1, 0, -0.5], 'differences', () => {});
  equal(['gain', 'loss'].map((name) => bars.querySelector(`.${name}`).getAttribute('d')), ['M0 100V0.0h1V100Z', 'M2 100V150.0h1V100Z']);
});

test('the bar that is pointed to is told, and none when the pointer leaves', () => {
  const told = [];
  const bars = drawBars([1, 0, -0.5, -1], 'differences', (i) => told.push(i));
  document.body.append(bars);
  const svg = bars.querySelector('svg');
  const { left, width } = svg.getBoundingClientRect();
  svg.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * 0.6 }));
  svg.dispatchEvent(new PointerEvent('pointerleave'));
  bars.remove();
  equal(told, [2, -1]);
});

test('there is a point for each bin', () => {
  const bins = [{ confidence: 0.1, right: 0.2, questions: 1 }, { confidence: 0.9, right: 0.8, questions: 100 }];
  const radii = [...drawReliability(bins, 'calibration').querySelectorAll('circle')].map((circle) => Number(circle.getAttribute('r')));
  equal([radii.length, radii[1] > radii[0]], [2, true]);
});
