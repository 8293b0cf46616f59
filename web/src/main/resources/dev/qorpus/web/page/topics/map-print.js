/** The map on paper: a canvas is printed as it was on the screen, in its size and colours, so this is a drawing instead. */
import { classOf } from './palette.js';

const [WIDTH, HEIGHT, MARGIN] = [1000, 640, 20];
const LETTER = 7.2;
const LINE = 18;
const SPACE = 'http://www.w3.org/2000/svg';

const svg = (name, attributes, ...children) => {
  const node = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};

/** The drawing: points in the colours of their groups, and the names of topics where there is room. */
export function drawForPrint({ points, groups, names }) {
  const x = (value) => (MARGIN + value * (WIDTH - 2 * MARGIN)).toFixed(1);
  const y = (value) => (MARGIN + value * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const dots = groups.filter(({ members }) => members.length > 0).map(({ colour, members }) => svg('path', {
    class: classOf(colour), 'stroke-width': points.count > 4000 ? 2 : 6, 'stroke-linecap': 'round',
    d: members.map((i) => `M${x(points.x[i])} ${y(points.y[i])}h0`).join(''),
  }));
  return svg('svg', { class: 'map-print', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' }, ...dots, ...labels(names, x, y));
}

function labels(names, x, y) {
  const taken = [];
  return names.flatMap((name) => {
    const half = name.text.length * LETTER / 2;
    const middle = Math.min(Math.max(Number(x(name.x)), half), WIDTH - half);
    const top = [0, -LINE, LINE].map((by) => Number(y(name.y)) + by).find((at) =>
      taken.every((other) => Math.abs(other.middle - middle) > other.half + half || Math.abs(other.top - at) >= LINE));
    if (top === undefined) return [];
    taken.push({ middle, half, top });
    return [svg('text', { x: middle, y: top, 'text-anchor': 'middle' }, name.text)];
  });
}
