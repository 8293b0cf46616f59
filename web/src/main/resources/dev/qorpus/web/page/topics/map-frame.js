/** The frame of the map: which part is seen, and where points are on the screen. d3 zooms and moves it. */
import { boxAround } from './map-points.js';

const MARGIN = 36;
const DEEPEST = 400;
/** No group is shown larger than this. */
const CLOSEST = 12;
const STEP = 1.6;
/** The distance, in pixels, within which a pointer hits a point. */
const REACH = 14;
const MOVE_MS = 350;

/** `isDrawing(event)` tells whether the pointer draws instead of moving the map; `changed()` is called to draw again. */
export function createFrame(canvas, points, isDrawing, changed) {
  const frame = { width: 1, height: 1, transform: d3.zoomIdentity };
  const [wide, high] = [() => Math.max(1, frame.width - 2 * MARGIN), () => Math.max(1, frame.height - 2 * MARGIN)];
  const zoom = d3.zoom().scaleExtent([1, DEEPEST])
    .filter((event) => (!event.ctrlKey || event.type === 'wheel') && !event.button && !isDrawing(event))
    .on('zoom', (event) => {
      frame.transform = event.transform;
      changed();
    });
  const handle = d3.select(canvas).call(zoom);
  // Removes the inline style that d3 sets for old phones; the page has no inline styles.
  canvas.removeAttribute('style');
  const slowly = () => handle.transition().duration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS);
  const baseX = (x) => MARGIN + x * wide();
  const baseY = (y) => MARGIN + y * high();

  return Object.assign(frame, {
    resize(width, height) {
      Object.assign(frame, { width, height });
      zoom.extent([[0, 0], [width, height]]).translateExtent([[-width / 2, -height / 2], [width * 1.5, height * 1.5]]);
    },
    /** Pixel coordinates are `points.x · kx + dx` and `points.y · ky + dy`. */
    placing() {
      const { k } = frame.transform;
      return { kx: k * wide(), ky: k * high(), dx: frame.transform.applyX(baseX(0)), dy: frame.transform.applyY(baseY(0)) };
    },
    screen(x, y) {
      const { kx, ky, dx, dy } = frame.placing();
      return [x * kx + dx, y * ky + dy];
    },
    isIn: (x, y, margin = 0) => x >= margin && y >= margin && x <= frame.width - margin && y <= frame.height - margin,
    under(event) {
      const [x, y] = d3.pointer(event, canvas);
      const { kx, ky, dx, dy } = frame.placing();
      return points.nearest((x - dx) / kx, (y - dy) / ky, REACH / ky, kx / ky);
    },
    zoomBy: (factor, at) => handle.call(zoom.scaleBy, factor, at),
    zoomIn: (at) => frame.zoomBy(STEP, at),
    zoomOut: (at) => frame.zoomBy(1 / STEP, at),
    fit: () => slowly().call(zoom.transform, d3.zoomIdentity),
    moveTo: (i) => handle.call(zoom.translateTo, baseX(points.x[i]), baseY(points.y[i])),
    /** Shows some points as large as they fit. */
    show(members) {
      if (members.length === 0) return;
      const { left, right, top, bottom } = boxAround(points, members);
      const [w, h] = [(right - left) * wide() + 4 * MARGIN, (bottom - top) * high() + 4 * MARGIN];
      const k = Math.max(1, Math.min(CLOSEST, frame.width / w, frame.height / h));
      slowly().call(zoom.transform, d3.zoomIdentity.translate(frame.width / 2, frame.height / 2).scale(k)
        .translate(-baseX((left + right) / 2), -baseY((top + bottom) / 2)));
    },
  });
}
