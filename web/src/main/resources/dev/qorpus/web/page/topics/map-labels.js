/** Labels on the map that do not overlap. */

/** `style` has the colours `paper` and `ink`, and the `font`: its size in pixels and its family. */
export function labeller(pen, { paper, ink, font: { size: usual, family } }) {
  const taken = [];
  const free = (box) => taken.every((other) => box.right < other.left || box.left > other.right
    || box.bottom < other.top || box.top > other.bottom);

  return {
    /** Keeps an area free of labels. */
    keep(x, y, radius) {
      taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    },
    /** Writes a label at a point if there is room; with `always`, in any case. Returns whether it was written. */
    write(text, x, y, { bold = false, size = usual, colour = ink, always = false, width = Infinity } = {}) {
      pen.font = `${bold ? '600 ' : ''}${size}px ${family}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      const half = pen.measureText(text).width / 2 + 4;
      const middle = Math.min(Math.max(x, half), Math.max(half, width - half));
      const box = { left: middle - half, right: middle + half, top: y - size * 0.75, bottom: y + size * 0.75 };
      if (!always && !free(box)) return false;
      taken.push(box);
      pen.lineJoin = 'round';
      pen.lineWidth = 4;
      pen.strokeStyle = paper;
      pen.strokeText(text, middle, y);
      pen.fillStyle = colour;
      pen.fillText(text, middle, y);
      return true;
    },
    /** Writes it at the first of some heights where there is room. */
    writeNear(text, x, heights, options) {
      return heights.some((y) => this.write(text, x, y, options));
    },
  };
}
