/** Paints the map: areas and points of topics, hits, labels. The closer one looks, the more is named. */
import { shorten } from '../shared/text/format.js';
import { labeller } from './map-labels.js';
import { within } from './map-selection.js';
import { COLOURS } from './palette.js';

/** Up to this number, points are drawn as discs; beyond it as squares. */
const DISCS = 4000;
/** From this number on, points overlap. */
const MANY = 300;
const WRITTEN_HITS = 12;
const LONGEST_NAME = 46;
/** On a narrower map, topics have the first part of their name. */
const NARROW = 480;
const LONGEST_TITLE = 46;
/** Groups within topics are named from this scale on, and entries if so few are seen. */
const CLOSE = 1.7;
const FEW = 90;
const FEW_AT_ONCE = 30;
/** The width that a title takes of a map that is not zoomed. */
const TITLE_PX = 22;

/**
 * Paints all once. `shown` has the `groups` (colour, members), the group that `only` is strong, the `hits` with their
 * labels, the `chosen` indexes, and the index `at` which is pointed to.
 */
export function paint(pen, { frame, points, questions, names, shown, style, dots, discs, areas }) {
  const size = Math.min(7, Math.max(1, 5.5 - Math.log10(points.count)) * frame.transform.k ** 0.3);
  const many = points.count > DISCS;
  const place = frame.placing();
  const position = (i) => [points.x[i] * place.kx + place.dx, points.y[i] * place.ky + place.dy];
  const colour = (group) => style.colours[group.colour < 0 ? COLOURS : group.colour];
  const isFaded = ({ group }) => shown.hits.size > 0 || shown.chosen.size > 0 || (shown.only >= 0 && shown.only !== group);
  const seen = [];

  function disc([x, y], radius) {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  }

  /** Soft areas below the points of topics. */
  function paintAreas() {
    const radius = Math.min(120, Math.max(16, Math.min(50, 700 / Math.sqrt(points.count))) * frame.transform.k ** 0.75);
    areas.begin(frame.width, frame.height);
    for (const group of shown.groups) {
      if (isFaded(group)) continue;
      const draw = discs(areas.pen, colour(group), radius);
      for (const i of group.members) {
        const [x, y] = position(i);
        if (frame.isIn(x, y, -radius)) draw(x, y);
      }
    }
    areas.end(pen, 0.1);
  }

  /** Each by itself, so that the colour is stronger where points overlap; the farther away, the more of them do. */
  function paintPoints(group) {
    pen.globalAlpha = isFaded(group) ? 0.18 : Math.min(0.9, (points.count < MANY ? 0.75 : 0.5) + 0.15 * frame.transform.k);
    const draw = discs(pen, colour(group), size);
    for (const i of group.members) {
      const [x, y] = position(i);
      if (!frame.isIn(x, y, -size)) continue;
      draw(x, y);
      if (frame.isIn(x, y)) seen.push(i);
    }
  }

  function paintRing(i, radius, fill, stroke) {
    const at = position(i);
    disc(at, radius);
    pen.fillStyle = fill;
    pen.fill();
    pen.lineWidth = 1.5;
    pen.strokeStyle = stroke;
    pen.stroke();
    return at;
  }

  const colourOf = (i) => colour(shown.groups.find(({ set }) => set.has(i)) ?? { colour: -1 });

  function paintHits(labels) {
    const places = [...shown.hits].map(([i, text]) => [...paintRing(i, size + 3, colourOf(i), style.ink), text]);
    places.forEach(([x, y]) => labels.keep(x, y, size + 3));
    places.slice(0, WRITTEN_HITS).forEach(([x, y, text]) =>
      labels.writeNear(text, x, [y + size + 14, y - size - 14], { width: frame.width }));
  }

  function paintPointed() {
    if (shown.at < 0) return;
    const at = paintRing(shown.at, size + 2, style.accent, style.paper);
    disc(at, size + 6);
    pen.strokeStyle = style.accent;
    pen.stroke();
  }

  function nameTopics(labels) {
    names.forEach(({ text, x, y, share }) => {
      const [left, top] = frame.screen(x, y);
      const large = Math.round(style.font.size + Math.min(4, 12 * share));
      if (!frame.isIn(left, top, -20)) return;
      const name = frame.width < NARROW ? text.split(', ')[0] : shorten(text, LONGEST_NAME);
      labels.writeNear(name, left, [top, top - size - large, top + size + large], { bold: true, size: large, width: frame.width });
    });
  }

  function nameSubtopics(labels) {
    names.filter((_, topic) => shown.only < 0 || shown.only === topic).flatMap(({ subtopics }) => subtopics).forEach(({ text, x, y }) => {
      const [left, top] = frame.screen(x, y);
      if (frame.isIn(left, top, -20)) labels.writeNear(text, left, [top, top - 16, top + 16], { width: frame.width });
    });
  }

  function nameEntries(labels) {
    seen.forEach((i) => {
      const [x, y] = position(i);
      labels.writeNear(shorten(questions[i], LONGEST_TITLE), x, [y + size + 9, y - size - 9],
        { size: style.font.size - 1, colour: style.muted, width: frame.width });
    });
  }

  pen.clearRect(0, 0, frame.width, frame.height);
  if (many) {
    dots.begin();
    shown.groups.forEach((group) => dots.draw(group.members, points, place, size,
      { colour: colour(group), alpha: isFaded(group) ? 0.22 : 0.7 }));
    dots.end();
    if (frame.transform.k > CLOSE) seen.push(...within({ left: 0, right: frame.width, top: 0, bottom: frame.height }, points, place));
  } else {
    paintAreas();
    shown.groups.forEach(paintPoints);
  }
  pen.globalAlpha = 1;
  shown.chosen.forEach((i) => frame.isIn(...position(i)) && paintRing(i, size + 0.5, colourOf(i), style.paper));
  const labels = labeller(pen, style);
  paintHits(labels);
  paintPointed();
  if (shown.hits.size === 0 || frame.transform.k < 3) nameTopics(labels);
  if (frame.transform.k >= CLOSE) nameSubtopics(labels);
  const few = frame.transform.k >= CLOSE ? FEW : Math.min(FEW_AT_ONCE, frame.width / TITLE_PX);
  if (shown.hits.size === 0 && seen.length <= few) nameEntries(labels);
}
