/** How many letters of a word have to be changed to get another one. No letter is changed twice. */

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const FORBIDDEN = 100;

/** Letters inserted, deleted, replaced at the cost that is given, or swapped with the next. */
function distance(a, b, cost) {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : cost(a[i - 1], b[j - 1]);
      let least = Math.min(rows[i - 1][j - 1] + changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2][j - 2] + 1);
      rows[i][j] = least;
    }
  }
  return rows[a.length][b.length];
}

/** The number of edits between two words. */
export const editsBetween = (a, b) => distance([...a], [...b], () => 1);

/** Whether slips of the fingers alone explain so many edits: a letter is replaced by that of the next key only. */
export const isSlip = (typed, meant, edits) => distance(typed, meant, (a, b) => (areNeighbours(a, b) ? 1 : FORBIDDEN)) <= edits;

function areNeighbours(one, other) {
  const [row, near] = [one, other].map((letter) => ROWS.findIndex((keys) => keys.includes(letter)));
  if (row < 0 || near < 0 || Math.abs(row - near) > 1) return false;
  const [at, place] = [ROWS[row].indexOf(one), ROWS[near].indexOf(other)];
  if (row === near) return Math.abs(place - at) === 1;
  // Each row is set off by about half a key, so that a key has two above it and two below.
  const first = near > row ? at - 1 : at;
  return place === first || place === first + 1;
}
