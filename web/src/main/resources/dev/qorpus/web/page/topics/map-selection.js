/** Selects an area of the map: a rectangle that is drawn with the pointer. */

/** A rectangle smaller than this, in pixels, is a click. */
const SMALLEST = 6;

/**
 * `begins(event)` tells whether the pointer draws; `moved(box)` gets the rectangle while it is drawn, `done(box)` at its
 * end, or null.
 */
export function selectAreas(canvas, { begins, moved, done }) {
  let from = null;
  const box = (event) => {
    const [x, y] = d3.pointer(event, canvas);
    return { left: Math.min(x, from[0]), right: Math.max(x, from[0]), top: Math.min(y, from[1]), bottom: Math.max(y, from[1]) };
  };
  const end = (event, isWhole) => {
    if (!from) return;
    const drawn = box(event);
    from = null;
    const isLarge = Math.max(drawn.right - drawn.left, drawn.bottom - drawn.top) > SMALLEST;
    done(isWhole && isLarge ? drawn : null);
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0 || !begins(event)) return;
    from = d3.pointer(event, canvas);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => { if (from) moved(box(event)); });
  canvas.addEventListener('pointerup', (event) => end(event, true));
  canvas.addEventListener('pointercancel', (event) => end(event, false));
}

/** The points within a rectangle on the screen, the uppermost first. */
export function within({ left, right, top, bottom }, points, { kx, ky, dx, dy }) {
  const inside = [];
  for (let i = 0; i < points.count; i++) {
    const [x, y] = [points.x[i] * kx + dx, points.y[i] * ky + dy];
    if (x >= left && x <= right && y >= top && y <= bottom) inside.push(i);
  }
  return inside.sort((a, b) => points.y[a] - points.y[b]);
}

export function paintBox(pen, { left, right, top, bottom }, { accent }) {
  pen.fillStyle = accent;
  pen.globalAlpha = 0.1;
  pen.fillRect(left, top, right - left, bottom - top);
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5;
  pen.strokeStyle = accent;
  pen.strokeRect(left, top, right - left, bottom - top);
}
