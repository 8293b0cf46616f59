/** The map: draws all entries on a canvas. Pointer and keyboard zoom, move and select. */
import { createAreas, createDiscs } from './map-discs.js';
import { createDots } from './map-dots.js';
import { createFrame } from './map-frame.js';
import { paint } from './map-painting.js';
import { inGroups, towards } from './map-points.js';
import { paintBox, selectAreas, within } from './map-selection.js';
import { classOf, COLOURS } from './palette.js';

const MARGIN = 28;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * `names` are the topics, `{ text, x, y, share, subtopics }`. `onOpen` and `onPoint` get the index of an entry; `onPoint`
 * also its place, and whether it stays; −1 is none. `onSelect` gets the indexes of an area. Returns functions that change
 * the picture.
 */
export function createMap(canvas, { points, questions, names, onOpen, onPoint, onSelect }) {
  const pen = canvas.getContext('2d');
  const shown = { groups: [], only: -1, hits: new Map(), chosen: new Set(), at: -1 };
  const brushes = { dots: createDots(pen), discs: createDiscs(), areas: createAreas() };
  let [next, style, area, selecting, drew, stayed] = [0, null, null, false, false, false];

  const draws = (event) => selecting || event.shiftKey;
  const frame = createFrame(canvas, points, (event) => event.type !== 'wheel' && draws(event), () => {
    // A card that stayed where its point was would name another.
    if (shown.at >= 0) tell(shown.at, stayed);
    later();
  });

  function draw() {
    cancelAnimationFrame(next);
    next = 0;
    if (!style) return;
    paint(pen, { frame, points, questions, names, shown, style, ...brushes });
    if (area) paintBox(pen, area, style);
  }

  function later() {
    next ||= requestAnimationFrame(draw);
  }

  function readStyle() {
    const css = getComputedStyle(canvas);
    const value = (name) => css.getPropertyValue(name).trim();
    style = {
      paper: value('--paper'), ink: value('--ink'), muted: value('--muted'), accent: value('--accent'),
      colours: [...Array.from({ length: COLOURS }, (_, i) => value(`--${classOf(i)}`)), value('--none')],
      font: { size: Math.max(11, parseFloat(css.fontSize) * 0.8125), family: css.fontFamily },
    };
    later();
  }

  function resize() {
    // Nothing has a size in print, where a drawing stands instead.
    if (!canvas.clientWidth) return;
    const ratio = devicePixelRatio || 1;
    frame.resize(canvas.clientWidth, canvas.clientHeight);
    [canvas.width, canvas.height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    // Only elements on the page have computed styles.
    readStyle();
    draw();
  }

  function tell(i, stays) {
    const [x, y] = i < 0 ? [0, 0] : frame.screen(points.x[i], points.y[i]);
    const isSeen = i >= 0 && frame.isIn(x, y);
    onPoint(i, isSeen && { x, y, width: frame.width, height: frame.height }, stays);
  }

  function point(i, stays = false) {
    if (i === shown.at) return;
    shown.at = i;
    stayed = stays;
    canvas.classList.toggle('pointing', i >= 0);
    tell(i, stays);
    later();
  }

  function choose(indexes) {
    shown.chosen = new Set(indexes);
    later();
  }

  function select(indexes) {
    choose(indexes);
    onSelect(indexes);
  }

  selectAreas(canvas, {
    begins: draws,
    moved(box) {
      area = box;
      later();
    },
    done(box) {
      area = null;
      drew = true;
      later();
      if (box) select(within(box, points, frame.placing()));
    },
  });

  const selectView = () => select(within({ left: 0, right: frame.width, top: 0, bottom: frame.height }, points, frame.placing()));
  const pointed = () => (shown.at < 0 ? undefined : frame.screen(points.x[shown.at], points.y[shown.at]));

  function step([dx, dy]) {
    const from = shown.at >= 0 ? { x: points.x[shown.at], y: points.y[shown.at] } : { x: 0.5, y: 0.5 };
    const to = shown.at < 0 ? points.nearest(from.x, from.y) : towards(points, from, dx, dy);
    if (to < 0) return;
    if (!frame.isIn(...frame.screen(points.x[to], points.y[to]), MARGIN)) frame.moveTo(to);
    point(to, true);
  }

  function press(event) {
    const { key } = event;
    if (ARROWS[key]) step(ARROWS[key]);
    else if (key === '+' || key === '=') frame.zoomIn(pointed());
    else if (key === '-') frame.zoomOut(pointed());
    else if (key === '0') frame.fit();
    else if (key === 's') selectView();
    else if (key === 'Enter' && shown.at >= 0) onOpen(shown.at, event);
    else if (key === 'Escape' && (shown.at >= 0 || shown.chosen.size > 0)) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function clear() {
    point(-1);
    if (shown.chosen.size > 0) select([]);
  }

  canvas.addEventListener('pointerdown', () => { drew = false; }, { capture: true });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons === 0 && event.pointerType !== 'touch') point(frame.under(event));
  });
  canvas.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch') point(-1); });
  canvas.addEventListener('click', (event) => {
    // The click that ends a rectangle.
    if (drew) return;
    const i = frame.under(event);
    // A finger cannot hover: the first tap shows the card.
    if (event.pointerType === 'touch' && i !== shown.at) point(i, true);
    else if (i >= 0) onOpen(i, event);
  });
  canvas.addEventListener('keydown', (event) => { if (!event.ctrlKey && !event.metaKey && !event.altKey) press(event); });
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
    /** Fades all groups but one, and shows its points as large as they fit; −1 shows all. */
    only(group, members = []) {
      const wasOnly = shown.only >= 0;
      shown.only = group;
      if (group >= 0) frame.show(members);
      else if (wasOnly) frame.fit();
      later();
    },
    /** Whether the pointer selects instead of moving the map. */
    selecting(on) {
      selecting = on;
      canvas.classList.toggle('selecting', on);
    },
    selectView,
    /** Selects some points, and shows them as large as they fit. */
    select(indexes) {
      frame.show(indexes);
      select(indexes);
    },
    choose,
    groups: () => shown.groups,
    zoomIn: () => frame.zoomIn(),
    zoomOut: () => frame.zoomOut(),
    fit: () => frame.fit(),
  };
}
