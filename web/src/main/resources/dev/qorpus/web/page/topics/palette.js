/** Assigns colours. The colours are in topics.css, for light and dark. */

/** The number of colours. One more, grey, is for entries without a topic. */
export const COLOURS = 16;
const NEXT_TO = 6;

export const classOf = (colour) => (colour < 0 ? 'none' : `c${colour}`);

/**
 * Gives each topic a colour that differs from those of neighbouring topics. There are more topics than
 * distinguishable colours.
 */
export function assignColours(centres) {
  const colours = [];
  centres.forEach((centre, topic) => {
    const before = centres.slice(0, topic)
      .map((other, i) => ({ colour: colours[i], far: Math.hypot(other.x - centre.x, other.y - centre.y) }))
      .sort((a, b) => a.far - b.far);
    const near = new Set(before.slice(0, NEXT_TO).map(({ colour }) => colour));
    const used = Array.from({ length: COLOURS }, (_, colour) =>
      before.filter((other) => other.colour === colour).length + (near.has(colour) ? 1000 : 0));
    colours.push(used.indexOf(Math.min(...used)));
  });
  return colours;
}
