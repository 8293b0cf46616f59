/** The ranks of a comparison as plain data. */

/** For each entry its rank in each mode that lists it: a map of ids to maps of modes to ranks. */
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

/** By how many places an entry stands higher (▲) or lower (▼) in another list. */
export const rankChange = (by) => (by > 0 ? `▲${by}` : by < 0 ? `▼${-by}` : '=');

/** A table of the moves: a line for each entry, a column for each mode. */
export const comparisonRows = ({ modes, moves }) => [['id', 'question', ...modes, 'reason'],
  ...moves.map(({ id, question, ranks, reason }) => [id, question, ...modes.map((mode) => ranks[mode] ?? ''), reason])];
