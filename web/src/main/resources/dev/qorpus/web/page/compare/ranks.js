/** The ranks of a comparison as plain data. */

/** The ranks of each entry by mode: a map from id to a map from mode to rank. */
export function ranksOf({ modes, results }) {
  const ranks = new Map();
  for (const mode of modes) {
    for (const { id, rank } of results[mode].hits) {
      if (!ranks.has(id)) ranks.set(id, new Map());
      ranks.get(id).set(mode, rank);
    }
  }
  return ranks;
}

/** How many places an entry is higher (▲) or lower (▼) in another list. */
export const rankChange = (by) => (by > 0 ? `▲${by}` : by < 0 ? `▼${-by}` : '=');

/** A table of the moves: a line for each entry, a column for each mode. */
export const comparisonRows = ({ modes, moves }) => [['id', 'question', ...modes, 'reason'],
  ...moves.map(({ id, question, ranks, reason }) => [id, question, ...modes.map((mode) => ranks[mode] ?? ''), reason])];
