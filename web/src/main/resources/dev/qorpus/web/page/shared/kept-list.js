/** The list that was left for one of its entries. Back shows it as it was: what was unfolded, and where the reader was. */
import { address } from './address.js';
import { aside, at, count, list, notice, showPane } from './panes.js';

const PARTS = [notice, count, aside, list];
let kept = null;

/** Keeps a list while one of its entries is shown. `pane` is `results` or `compare`. */
export function keepList(state, pane) {
  const focused = at(pane).contains(document.activeElement) ? document.activeElement : null;
  const hits = pane === 'results' ? list.querySelectorAll(':scope > .hit:not([hidden])').length : 0;
  kept = { address: address(state), pane, scroll: scrollY, focused, hits, near: list.hasAttribute('data-near'), unsure: list.className, title: document.title,
    nodes: PARTS.map((part) => [...part.childNodes]) };
}

/** Forgets it, because another list is shown. */
export function forgetList() {
  kept = null;
}

/** How many hits the kept list of a question shows; 0 if there is none, or several lists. */
export const keptHits = (state) => (kept?.address === address(state) ? kept.hits : 0);

/** Shows the list of an address again, if it is kept. */
export function restoreList(state) {
  if (kept?.address !== address(state)) return false;
  showPane(kept.pane, state);
  PARTS.forEach((part, i) => part.replaceChildren(...kept.nodes[i]));
  list.className = kept.unsure;
  list.toggleAttribute('data-near', kept.near);
  document.title = kept.title;
  scrollTo(0, kept.scroll);
  kept.focused?.focus({ preventScroll: true });
  return true;
}
