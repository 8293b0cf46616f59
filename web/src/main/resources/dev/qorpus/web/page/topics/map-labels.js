/** Labels on the map that do not overlap. */
const LINE = 18;

export function labeller(pen, { paper, ink, font }) {
  const taken = [];
  const free = (box) => taken.every((other) => box.right < other.left || box.left > other.right
    || box.bottom < other.top || box.top > other.bottom);

  return {
    /** Keeps an area free of labels. */
    keep(x, y, radius) {
      taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    },
    /** Writes a label at a point if there is room; with `always`, in any case. */
    write(text, x, y, { bold = false, always = false, width = Infinity } = {}) {
      pen.font = `${bold ? '600 ' : ''}${font}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      const half = pen.measureText(text).width / 2 + 3;
      const middle = Math.min(Math.max(x, half), Math.max(half, width - half));
      const box = { left: middle - half, right: middle + half, top: y - LINE / 2, bottom: y + LINE / 2 };
      if (!always && !free(box)) return false;
      taken.push(box);
      pen.lineJoin = 'round';
      pen.lineWidth = 4;
      pen.strokeStyle = paper;
      pen.strokeText(text, middle, y);
      pen.fillStyle = ink;
      pen.fillText(text, middle, y);
      return true;
    },
  };
}
