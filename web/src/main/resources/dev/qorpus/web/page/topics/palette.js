/** Which colour stands for what. The colours themselves are in topics.css, for light and for dark. */

/** How many there are; one more, grey, is for what belongs to nothing. */
export const COLOURS = 8;
const NEXT_TO = 6;

export const classOf = (colour) => (colour < 0 ? 'none' : `c${colour}`);

/**
 * Gives each topic one of the colours, unlike those of the topics next to it: there are more topics than colours
 * that everybody tells apart.
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
