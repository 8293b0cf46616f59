/** Draws all entries on a canvas. Pointer and keyboard zoom and move it. */
import { shorten } from '../shared/text/format.js';
import { createDots } from './map-dots.js';
import { labeller } from './map-labels.js';
import { inGroups, towards } from './map-points.js';
import { classOf, COLOURS } from './palette.js';

const MARGIN = 28;
const DEEPEST = 400;
const STEP = 1.6;
/** The distance, in pixels, within which a pointer hits a point. */
const REACH = 14;
/** Up to this number, points are drawn as discs; beyond it as squares. */
const DISCS = 4000;
const WRITTEN_HITS = 12;
const LONGEST_LABEL = 70;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * `names` are `{ text, x, y }`. `onOpen` and `onPoint` get the index of an entry; `onPoint` gets −1 for none. Returns
 * functions that change the picture.
 */
export function createMap(canvas, { points, questions, names, onOpen, onPoint }) {
  const pen = canvas.getContext('2d');
  const shown = { groups: [], only: -1, hits: new Map(), at: -1 };
  let [width, height, frame] = [1, 1, 0];
  let transform = d3.zoomIdentity;
  let style = null;
  const dots = createDots(pen);

  const side = () => Math.max(1, Math.min(width, height) - 2 * MARGIN);
  const baseX = (x) => (width - side()) / 2 + x * side();
  const baseY = (y) => (height - side()) / 2 + y * side();
  const screen = (x, y) => [transform.applyX(baseX(x)), transform.applyY(baseY(y))];
  const later = () => { frame ||= requestAnimationFrame(() => { frame = 0; draw(); }); };

  function readStyle() {
    const css = getComputedStyle(canvas);
    const value = (name) => css.getPropertyValue(name).trim();
    style = {
      paper: value('--paper'), ink: value('--ink'), muted: value('--muted'), accent: value('--accent'),
      colours: [...Array.from({ length: COLOURS }, (_, i) => value(`--${classOf(i)}`)), value('--none')],
      font: `${Math.max(11, parseFloat(css.fontSize) * 0.8125)}px ${css.fontFamily}`,
    };
    later();
  }

  function resize() {
    const ratio = devicePixelRatio || 1;
    [width, height] = [canvas.clientWidth || 1, canvas.clientHeight || 1];
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    zoom.extent([[0, 0], [width, height]]).translateExtent([[-width / 2, -height / 2], [width * 1.5, height * 1.5]]);
    // Only elements on the page have computed styles.
    readStyle();
  }

  const radius = () => Math.min(7, Math.max(1, 5.5 - Math.log10(points.count)) * transform.k ** 0.3);

  function draw() {
    if (!style) return;
    pen.clearRect(0, 0, width, height);
    const size = radius();
    const many = points.count > DISCS;
    if (many) dots.begin();
    shown.groups.forEach(({ colour, members, group }) => {
      const faded = shown.hits.size > 0 || (shown.only >= 0 && shown.only !== group);
      const paint = { colour: style.colours[colour < 0 ? COLOURS : colour], alpha: faded ? 0.22 : 0.85 };
      if (many) dots.draw(members, points, placing(), size, paint);
      else drawDiscs(members, size, paint);
    });
    if (many) dots.end();
    pen.globalAlpha = 1;
    const write = labeller(pen, style);
    drawHits(size, write);
    drawPointed(size, write);
    if (shown.hits.size === 0 || transform.k < 3) {
      names.forEach(({ text, x, y }) => {
        const [left, top] = screen(x, y);
        if (!write.write(text, left, top - size - 12, { bold: true })) write.write(text, left, top + size + 12, { bold: true });
      });
    }
  }

  const placing = () => ({ k: transform.k * side(), dx: transform.applyX(baseX(0)), dy: transform.applyY(baseY(0)) });

  function drawDiscs(members, size, { colour, alpha }) {
    const { k, dx, dy } = placing();
    pen.fillStyle = colour;
    pen.globalAlpha = alpha;
    pen.beginPath();
    for (const i of members) {
      const [x, y] = [points.x[i] * k + dx, points.y[i] * k + dy];
      if (x < -size || y < -size || x > width + size || y > height + size) continue;
      pen.moveTo(x + size, y);
      pen.arc(x, y, size, 0, 2 * Math.PI);
    }
    pen.fill();
  }

  function disc(i, size, fill, stroke) {
    const [x, y] = screen(points.x[i], points.y[i]);
    pen.beginPath();
    pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = stroke;
    pen.stroke();
    return [x, y];
  }

  function drawHits(size, write) {
    const colourOf = (i) => shown.groups.find(({ set }) => set.has(i))?.colour ?? -1;
    const hits = [...shown.hits];
    const places = hits.map(([i]) => disc(i, size + 3, style.colours[colourOf(i) < 0 ? COLOURS : colourOf(i)], style.ink));
    places.forEach(([x, y]) => write.keep(x, y, size + 3));
    hits.slice(0, WRITTEN_HITS).forEach(([, text], n) => {
      const [x, y] = places[n];
      if (!write.write(text, x, y + size + 14, { width })) write.write(text, x, y - size - 14, { width });
    });
  }

  function drawPointed(size, write) {
    if (shown.at < 0) return;
    const [x, y] = disc(shown.at, size + 2, style.accent, style.paper);
    pen.beginPath();
    pen.arc(x, y, size + 6, 0, 2 * Math.PI);
    pen.strokeStyle = style.accent;
    pen.stroke();
    write.write(shorten(questions[shown.at], LONGEST_LABEL), x, y < 40 ? y + size + 18 : y - size - 18, { always: true, width });
  }

  function point(i) {
    if (i === shown.at) return;
    shown.at = i;
    canvas.classList.toggle('pointing', i >= 0);
    onPoint(i);
    later();
  }

  function under(event) {
    const [x, y] = d3.pointer(event, canvas);
    const scale = transform.k * side();
    return points.nearest((x - transform.applyX(baseX(0))) / scale, (y - transform.applyY(baseY(0))) / scale, REACH / scale);
  }

  const zoom = d3.zoom().scaleExtent([1, DEEPEST]).on('zoom', (event) => {
    transform = event.transform;
    later();
  });
  const handle = d3.select(canvas).call(zoom).on('dblclick.zoom', null);
  // Removes the inline style that d3 sets for old phones; the page has no inline styles.
  canvas.removeAttribute('style');

  const zoomBy = (factor) => handle.call(zoom.scaleBy, factor, shown.at < 0 ? undefined : screen(points.x[shown.at], points.y[shown.at]));

  function step([dx, dy]) {
    const from = shown.at >= 0 ? { x: points.x[shown.at], y: points.y[shown.at] } : { x: 0.5, y: 0.5 };
    const next = shown.at < 0 ? points.nearest(from.x, from.y) : towards(points, from, dx, dy);
    if (next < 0) return;
    point(next);
    const [x, y] = screen(points.x[next], points.y[next]);
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN) {
      handle.call(zoom.translateTo, baseX(points.x[next]), baseY(points.y[next]));
    }
  }

  canvas.addEventListener('pointermove', (event) => { if (event.buttons === 0) point(under(event)); });
  canvas.addEventListener('pointerleave', () => point(-1));
  canvas.addEventListener('click', (event) => {
    const i = under(event);
    if (i >= 0) onOpen(i, event);
  });
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (ARROWS[key]) step(ARROWS[key]);
    else if (key === '+' || key === '=') zoomBy(STEP);
    else if (key === '-') zoomBy(1 / STEP);
    else if (key === '0') handle.call(zoom.transform, d3.zoomIdentity);
    else if (key === 'Enter' && shown.at >= 0) onOpen(shown.at, event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  new ResizeObserver(resize).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', readStyle);

  return {
    /** Colours the points: `groups` are numbers, `colours` the colour of each. */
    colour(groups, colours) {
      shown.groups = inGroups(groups, colours.length).map((members, group) =>
        ({ group, members, set: new Set(members), colour: colours[group] ?? -1 })).reverse();
      later();
    },
    /** Highlights some points: a map from index to label. */
    light(hits) {
      shown.hits = hits;
      later();
    },
    /** Fades all groups but one; −1 fades none. */
    only(group) {
      shown.only = group;
      later();
    },
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    whole: () => handle.call(zoom.transform, d3.zoomIdentity),
    point,
  };
}
