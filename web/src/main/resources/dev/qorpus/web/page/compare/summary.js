/** One sentence that sums a comparison up. */
import { modeName } from '../shared/text/mode-names.js';
import { plural } from '../shared/text/format.js';

const FOUND_BY = { lexical: 'Words', dense: 'Meaning' };
const nameOf = (mode) => FOUND_BY[mode] ?? modeName(mode);

/** What the second list found that the first missed, and whether all lists agree on the first entry. */
export function sumUp({ modes, results }) {
  const [one, other] = modes;
  const known = new Set(results[one].hits.map(({ id }) => id));
  const added = results[other].hits.filter(({ id }) => !known.has(id)).length;
  const firsts = new Set(modes.map((mode) => results[mode].hits[0]?.id));
  const found = added === 0 ? `${nameOf(other)} found what ${nameOf(one).toLowerCase()} found`
    : `${nameOf(other)} found ${plural(added, 'entry', 'entries')} that ${nameOf(one).toLowerCase()} missed`;
  const all = modes.length === 2 ? 'both' : `all ${modes.length}`;
  return `${found}; ${firsts.size === 1 ? `${all} agree on the first` : 'they differ on the first'}.`;
}
