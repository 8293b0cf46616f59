/** Draws thousands of discs: copies of one picture for each colour are several times faster than a path for each disc. */

/** Sizes are rounded to this, in pixels, so that few pictures are made while one zooms. */
const STEP = 0.25;
const MOST = 200;

export function createDiscs() {
  const pictures = new Map();

  function picture(colour, radius, ratio) {
    const key = `${colour} ${radius} ${ratio}`;
    if (!pictures.has(key)) {
      if (pictures.size >= MOST) pictures.clear();
      const side = Math.ceil(2 * radius * ratio) + 2;
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
      const pen = canvas.getContext('2d');
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(side / 2, side / 2, radius * ratio, 0, 2 * Math.PI);
      pen.fill();
      pictures.set(key, canvas);
    }
    return pictures.get(key);
  }

  /** A function that draws a disc of a colour at a place. */
  return (pen, colour, size) => {
    const ratio = pen.getTransform().a;
    const disc = picture(colour, Math.max(STEP, Math.round(size / STEP) * STEP), ratio);
    const side = disc.width / ratio;
    return (x, y) => pen.drawImage(disc, x - side / 2, y - side / 2, side, side);
  };
}

/** A layer of soft areas behind points. It is coarse: its edges are blurred anyway. */
const COARSE = 4;

export function createAreas() {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  return {
    begin(width, height) {
      [canvas.width, canvas.height] = [Math.ceil(width / COARSE), Math.ceil(height / COARSE)];
      pen.setTransform(1 / COARSE, 0, 0, 1 / COARSE, 0, 0);
    },
    pen,
    /** Draws the layer on another canvas. */
    end(other, alpha) {
      other.globalAlpha = alpha;
      other.drawImage(canvas, 0, 0, canvas.width * COARSE, canvas.height * COARSE);
    },
  };
}
