/** Meaning: the vector of a question from those of its word pieces, and its cosines with the entries. */
import { pieces } from './pieces.js';
import { numberAt, partAt } from './packed-numbers.js';

/** Adds a row of a table to a sum. Rows have a common scale each, a part of the table's. */
function addRow(sum, { rows, scales, scale }, row) {
  const own = scale * partAt(scales, 2 * row);
  for (let i = 0; i < sum.length; i++) sum[i] += own * numberAt(rows, row * sum.length + i);
}

function toUnit(vector) {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/**
 * Makes a function from texts to vectors of length 1; zero if no piece of a text is known.
 *
 * @param numbers those of the word pieces
 */
export function embedder({ dimension, ...table }, numbers) {
  const piecesOf = pieces(numbers);
  return (text) => {
    const sum = new Float64Array(dimension);
    piecesOf(text).forEach((piece) => addRow(sum, table, piece));
    return toUnit(sum);
  };
}

/**
 * The vectors of a corpus.
 *
 * @param counts the number of vectors of each entry: that of its question, and those of its passages
 * @returns a function from the vector of a question to `{ scores, passages }` of all entries
 */
export function entryVectors({ dimension, counts, ...table }) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const vectors = new Float32Array(all * dimension);
  for (let row = 0; row < all; row++) {
    const vector = new Float64Array(dimension);
    addRow(vector, table, row);
    vectors.set(toUnit(vector), row * dimension);
  }
  const cosine = (question, row) => {
    let sum = 0;
    for (let i = 0, at = row * dimension; i < dimension; i++) sum += question[i] * vectors[at + i];
    return sum;
  };
  return (question) => {
    const scores = new Float64Array(counts.length);
    const passages = new Int32Array(counts.length);
    let row = 0;
    counts.forEach((count, entry) => {
      const own = cosine(question, row);
      let [nearest, passage] = count > 1 ? [-Infinity, -1] : [own, -1];
      for (let i = 1; i < count; i++) {
        const near = cosine(question, row + i);
        if (near > nearest) [nearest, passage] = [near, i - 1];
      }
      scores[entry] = (Math.max(own, nearest) + nearest) / 2;
      passages[entry] = passage;
      row += count;
    });
    return { scores, passages };
  };
}
