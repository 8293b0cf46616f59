/**
 * The end of the list: the hits that are likely or related are shown, the others behind a button. It loads further ones
 * once those that came with the first page are shown.
 */
import { list } from '../shared/panes.js';
import * as api from '../shared/server/api.js';
import { drawProblem } from './notices.js';
import { appendHits, shownHits } from './hits.js';

const PAGE = 10;
/** The server ranks no more hits. */
const MOST = 1000;

const button = document.getElementById('more');
let next = null;

/** How many hits the button shows at most. */
const stepOf = (hidden, all, loaded) => (hidden > 0 ? hidden : Math.min(PAGE, all - loaded, MOST - loaded));

/** Ends the list of a question; `whole` if its first page is shown whole. `changed` is called when more is shown. */
export function endList(found, state, signal, whole, changed) {
  const { likely, related, rest } = found.groups;
  next = { found, state, signal, changed, all: likely + related + rest, loaded: found.hits.length };
  const shown = whole ? found.hits.length : likely + related;
  // The list never begins empty.
  hits().forEach((hit, i) => { hit.hidden = i >= Math.max(1, shown); });
  label();
}

/** Lets the list that is shown again be continued. */
export function resumeList(signal) {
  if (next) next.signal = signal;
}

const hits = () => [...list.querySelectorAll(':scope > .hit')];

function label() {
  const hidden = hits().length - shownHits(list);
  const step = stepOf(hidden, next.all, next.loaded);
  button.hidden = step <= 0;
  button.textContent = `Show ${step} more`;
}

async function showMore() {
  const { found, state, signal, changed } = next;
  const before = shownHits(list);
  if (hits().length === before) {
    button.setAttribute('aria-busy', 'true');
    try {
      const { hits: further } = await api.search(state, signal, { k: Math.min(PAGE, MOST - next.loaded), offset: next.loaded });
      if (signal.aborted) return;
      next.loaded += PAGE;
      // Where vectors are found by a graph, a deeper look may move an entry from one page to another.
      const known = new Set(hits().map(({ dataset }) => dataset.id));
      appendHits(list, { query: found.query, hits: further.filter(({ id }) => !known.has(id)) }, state);
    } catch (error) {
      if (!signal.aborted) drawProblem(document.getElementById('notice'), error);
      return;
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
  for (const node of list.children) node.hidden = false;
  label();
  changed();
  // The button may be gone. Without a new focus, the keyboard would be at the top of the page.
  hits()[before]?.focus({ preventScroll: true });
}

button.addEventListener('click', showMore);
