/** The parts of the page that all views share: its panes, the line of counts, the notices and the list of hits. */
import { address } from './address.js';
import { copyLink } from './dom/copy-link.js';

const PANES = ['start', 'results', 'compare', 'view'];

export const at = (id) => document.getElementById(id);

export const [main, field, count, aside, notice, list] =
  [document.querySelector('main'), at('q'), at('count'), at('aside'), at('notice'), at('hits')];

/** Shows one pane, or none, and clears what the others showed. */
export function showPane(id, state) {
  for (const other of PANES) at(other).hidden = other !== id;
  if (id !== 'view') at('view').replaceChildren();
  const here = state.entry ? '' : state.view;
  for (const link of document.querySelectorAll('#views a')) {
    if (link.dataset.view === here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  count.textContent = aside.textContent = '';
  notice.replaceChildren();
  list.replaceChildren();
  document.title = state.q ? `${state.q} – Qorpus` : 'Qorpus';
}

/** Writes the line above an answer: how much was found, other figures, and a link to the question. */
export function showSummary(found, figures, state) {
  count.textContent = found;
  aside.replaceChildren(...[figures].flat().filter(Boolean));
  aside.append(' ', copyLink(address(state), 'Copy a link to this question'));
}
