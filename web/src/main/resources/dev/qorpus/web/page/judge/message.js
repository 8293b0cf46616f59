/** A short message over the end of the page, with a button that undoes what it says. It moves nothing. */
import { el } from '../shared/dom/elements.js';

const SHOWN_MS = 6000;
let node = null;
let hiding = 0;

const hide = () => {
  // A reader who is about to use the button keeps it.
  if (node.matches(':hover, :focus-within')) hiding = setTimeout(hide, SHOWN_MS);
  else node.replaceChildren();
};

/** Shows a message. `undo` is null where nothing can be undone. */
export function message(text, undo = null) {
  if (!node) {
    node = el('div', { id: 'judge-message', role: 'status' });
    document.body.append(node);
  }
  const button = undo && el('button', { type: 'button', 'aria-keyshortcuts': 'u', title: 'Undo (u)' }, 'Undo');
  button?.addEventListener('click', undo);
  const focused = node.contains(document.activeElement);
  node.replaceChildren(...[el('span', {}, text), button].filter(Boolean));
  if (focused) button?.focus();
  clearTimeout(hiding);
  hiding = setTimeout(hide, SHOWN_MS);
}
