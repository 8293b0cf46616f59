/**
 * Numbers from -1 to 1 in 93 levels, each one printable character. A text of such characters is read where it is needed, so
 * that millions of numbers are ready as soon as their file is loaded.
 */

const FIRST = 32;
/** A quotation mark and a backslash would need an escape, so the codes from each of them on are one higher. */
const ESCAPES = [34, 92];
const LEVELS = 93;
/** Levels are closer near zero, where most numbers are. */
const POWER = 1.5;

const LEVEL = Int32Array.from({ length: 128 }, (_, code) => code - FIRST - ESCAPES.filter((escape) => code > escape).length);
const NUMBER = Float64Array.from(LEVEL, (level) => {
  const root = (2 * level) / (LEVELS - 1) - 1;
  return Math.sign(root) * Math.abs(root) ** POWER;
});

/** The number at a place of a text. */
export const numberAt = (text, place) => NUMBER[text.charCodeAt(place)];

/** A part of 1, greater than 0, of two characters. */
export const partAt = (text, place) => (LEVELS * LEVEL[text.charCodeAt(place)] + LEVEL[text.charCodeAt(place + 1)] + 1) / LEVELS ** 2;
