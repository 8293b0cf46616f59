/** Formats quantities. */
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
const SPANS = [[86_400, 'day', 'days'], [3600, 'hour', 'hours'], [60, 'minute', 'minutes'], [1, 'second', 'seconds']];

/** A count with its noun; the space between them never breaks. */
export const plural = (n, one, many) => `${n}\u00a0${n === 1 ? one : many}`;

/** A number with a fixed number of decimals; a dash if there is none. */
export const number = (value, digits = 3) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** A share from 0 to 1, in whole percent. */
export const percent = (share) => `${Math.round(share * 100)}\u00a0%`;

/** A size in bytes; `one` names the smallest unit. */
export function bytes(n, one = UNITS[0]) {
  const unit = Math.min(UNITS.length - 1, n < 1000 ? 0 : Math.floor(Math.log10(n) / 3));
  return `${(n / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)}\u00a0${unit === 0 ? one : UNITS[unit]}`;
}

/** Milliseconds, with a tenth only if they are few. */
export const millis = (n) => `${n < 10 ? n.toFixed(1) : Math.round(n)}\u00a0ms`;

/** Seconds in the largest unit that fits, rounded down. */
export function duration(seconds) {
  const [size, one, many] = SPANS.find(([length]) => seconds >= length) ?? SPANS.at(-1);
  return plural(Math.max(0, Math.floor(seconds / size)), one, many);
}

/** A text of limited length, cut with an ellipsis. A character outside the BMP counts once. */
export function shorten(text, most) {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
