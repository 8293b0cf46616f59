/** One word is no question: it asks how much there is about it. */
import * as api from '../shared/server/api.js';
import { plural } from '../shared/text/format.js';

const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u;

/** Says how many entries have the only word of a question; nothing if it has more words, or none has it. */
export async function entriesWith(state, signal) {
  if (!ONE_WORD.test(state.q)) return '';
  const { total } = await api.search({ ...state, q: `+${state.q}`, mode: 'lexical', reading: '' }, signal, { k: 1 });
  return total > 0 ? `${plural(total, 'entry is', 'entries are')} about “${state.q}”` : '';
}
