/** Quantities as people read them. */
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size; `one` names the smallest unit. */
export function bytes(n, one = UNITS[0]) {
  const unit = Math.min(UNITS.length - 1, n < 1000 ? 0 : Math.floor(Math.log10(n) / 3));
  return `${(n / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)}\u00a0${unit === 0 ? one : UNITS[unit]}`;
}

/** A time, which is exact to a tenth only if it is short. */
export const millis = (n) => `${n < 10 ? n.toFixed(1) : Math.round(n)}\u00a0ms`;
