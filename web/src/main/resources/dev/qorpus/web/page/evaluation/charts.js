/** The charts of an evaluation as SVG, which follows the colours and the width of the page, also on paper. */
import { el } from '../shared/dom/elements.js';

const SPACE = 'http://www.w3.org/2000/svg';

function svg(name, attributes, ...children) {
  const node = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}

/** Half of the height of the bars; the width is one for each. */
const HALF = 100;

/**
 * A bar for each value from −1 to 1, gains above the line and losses below. `at(index)` is told which bar is pointed to,
 * −1 for none, and `chosen(index)` which one is clicked.
 */
export function drawBars(values, label, at, chosen) {
  const path = (name, wanted) => svg('path', { class: name, d: values.map((value, i) => (wanted(value)
    ? `M${i} ${HALF}V${(HALF - value * HALF).toFixed(1)}h1V${HALF}Z` : '')).join('') });
  const mark = svg('rect', { class: 'mark', width: 1, height: 2 * HALF, x: -1 });
  const chart = svg('svg', { viewBox: `0 0 ${values.length} ${2 * HALF}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    mark, path('gain', (value) => value > 0), path('loss', (value) => value < 0),
    svg('path', { class: 'zero', d: `M0 ${HALF}h${values.length}` }));
  const under = (event) => {
    const { left, width } = chart.getBoundingClientRect();
    return Math.max(0, Math.min(values.length - 1, Math.floor((event.clientX - left) / width * values.length)));
  };
  const point = (index) => {
    mark.setAttribute('x', index);
    at(index);
  };
  chart.addEventListener('pointermove', (event) => point(under(event)));
  chart.addEventListener('pointerleave', () => point(-1));
  if (chosen) chart.addEventListener('click', (event) => chosen(under(event)));
  return el('div', { class: chosen ? 'bars clickable' : 'bars' },
    el('div', { class: 'scale muted', 'aria-hidden': 'true' }, el('span', {}, '+1'), el('span', {}, '0'), el('span', {}, '−1')), chart);
}

const [WIDTH, HEIGHT, LEFT, BELOW, ABOVE] = [340, 300, 44, 44, 12];
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LARGEST = 9;

/** The share that was right by confidence; on the diagonal, confidence is right. Larger points stand for more questions. */
export function drawReliability(bins, label) {
  const x = (value) => LEFT + value * (WIDTH - LEFT - ABOVE);
  const y = (value) => HEIGHT - BELOW - value * (HEIGHT - BELOW - ABOVE);
  const line = (points, attributes) => svg('path', {
    d: points.map(([a, b], n) => `${n === 0 ? 'M' : 'L'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join(''), ...attributes,
  });
  const text = (content, attributes) => svg('text', attributes, content);
  const most = Math.max(1, ...bins.map(({ questions }) => questions));
  return svg('svg', { class: 'reliability', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ...TICKS.flatMap((tick) => [
      line([[tick, 0], [tick, 1]], { class: 'grid' }), line([[0, tick], [1, tick]], { class: 'grid' }),
      text(String(tick), { x: x(tick), y: y(0) + 16, 'text-anchor': 'middle' }),
      text(String(tick), { x: x(0) - 8, y: y(tick) + 4, 'text-anchor': 'end' })]),
    line([[0, 0], [1, 1]], { class: 'ideal' }),
    line(bins.map(({ confidence, right }) => [confidence, right]), { class: 'curve' }),
    ...bins.map(({ confidence, right, questions }) =>
      svg('circle', { cx: x(confidence), cy: y(right), r: 3 + (LARGEST - 3) * Math.sqrt(questions / most) })),
    text('Confidence', { x: x(0.5), y: HEIGHT - 6, 'text-anchor': 'middle' }),
    text('Share right', { x: 12, y: y(0.5), 'text-anchor': 'middle', transform: `rotate(-90 12 ${y(0.5)})` }));
}
