/**
 * Draws tens of thousands of points pixel by pixel, several times faster than one canvas call for each. Where points
 * overlap, the colour is stronger.
 */
export function createDots(pen) {
  let image = null;
  let pixels = null;
  let bytes = null;
  let ratio = 1;

  return {
    begin() {
      const { canvas } = pen;
      if (image?.width !== canvas.width || image.height !== canvas.height) {
        image = pen.createImageData(canvas.width, canvas.height);
        pixels = new Uint32Array(image.data.buffer);
        bytes = image.data;
      }
      ratio = pen.getTransform().a;
      pixels.fill(0);
    },
    /** Draws squares of one colour, at `x` and `y` by index, scaled by `kx` and `ky` and moved by `dx` and `dy`. */
    draw(members, { x, y }, { kx, ky, dx, dy }, size, { colour, alpha }) {
      const value = packed(pen, colour, alpha);
      const more = Math.round(alpha * 64);
      const { width, height } = image;
      const side = Math.max(1, Math.round(2 * size * ratio));
      const [scaleX, scaleY, left, top] = [kx * ratio, ky * ratio, dx * ratio - side / 2, dy * ratio - side / 2];
      for (const i of members) {
        const px = Math.round(x[i] * scaleX + left);
        const py = Math.round(y[i] * scaleY + top);
        if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
        for (let row = py * width + px, last = row + side * width; row < last; row += width) {
          for (let at = row; at < row + side; at++) {
            if (pixels[at] === 0) pixels[at] = value;
            else bytes[4 * at + 3] += more;
          }
        }
      }
    },
    end: () => pen.putImageData(image, 0, 0),
  };
}

/** A colour in the canvas's format: red, green, blue, alpha. */
function packed(pen, colour, alpha) {
  pen.fillStyle = colour;
  const rgb = parseInt(pen.fillStyle.slice(1), 16);
  const bytes = Uint8Array.of(rgb >> 16, (rgb >> 8) & 255, rgb & 255, Math.round(alpha * 255));
  return new Uint32Array(bytes.buffer)[0];
}
