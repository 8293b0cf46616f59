/**
 * Completions of the typed text: a combobox with a listbox, as in the WAI-ARIA Authoring Practices (list
 * autocomplete, manual selection).
 *
 * The hits appear as fast as completions, and matter more. So the list is short, and covers only the mode switch and
 * the counts, never a hit. It takes no space, so nothing moves when it opens or closes. It opens by typing only, not
 * by focus. The arrow keys move down the page: field, completions, hits; keyboard.js handles those after the last
 * completion. The field changes only when a completion is chosen: Enter without a choice asks the typed text. Tab
 * takes the choice and moves on. Esc closes the list, and then clears the field.
 */
import { marked } from '../shared/answer/highlights.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';

const SHOWN = 4;

/** Completes the text in `field` with the list `box`; `take` gets the chosen text. */
export function complete(field, box, take) {
  let asking = new AbortController();
  let active = -1;
  let shown = [];

  const options = () => [...box.children];
  const isOpen = () => !box.hidden;

  function activate(index) {
    active = index;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', options()[index].id);
  }

  function forget() {
    asking.abort();
    asking = new AbortController();
    box.setAttribute('aria-busy', 'false');
    return asking.signal;
  }

  function close() {
    forget();
    box.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    activate(-1);
  }

  function open(completions) {
    // While a completion is active, the list is not replaced.
    if (active >= 0) return;
    if (completions.length === 0 || document.activeElement !== field) return close();
    shown = completions;
    box.replaceChildren(...completions.map(({ text, kind, highlights }, i) =>
      el('li', { role: 'option', id: `completion-${i}`, 'aria-selected': 'false', title: text },
        el('span', { class: 'text', dir: 'auto' }, marked(text, highlights)),
        kind === 'section' && el('span', { class: 'kind' }, 'section'))));
    box.hidden = false;
    field.setAttribute('aria-expanded', 'true');
  }

  async function ask() {
    const signal = forget();
    box.setAttribute('aria-busy', 'true');
    try {
      const { completions } = await api.suggest(field.value, SHOWN, signal);
      if (!signal.aborted) open(completions);
    } catch {
      // Completions are optional: the question is asked without them.
      if (!signal.aborted) close();
    } finally {
      if (!signal.aborted) box.setAttribute('aria-busy', 'false');
    }
  }

  function choose(index) {
    const { text } = shown[index];
    close();
    take(text);
  }

  function press(event) {
    const { key } = event;
    if (!isOpen() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'ArrowDown' && active < shown.length - 1) activate(active + 1);
    else if (key === 'ArrowUp' && active >= 0) activate(active - 1);
    else if (key === 'Enter' && active >= 0) choose(active);
    else if (key === 'Escape') close();
    else {
      if (key === 'Tab' && active >= 0) choose(active);
      else if (key === 'Enter' || key === 'ArrowDown') close();
      else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) activate(-1);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  field.addEventListener('input', () => {
    activate(-1);
    if (field.value.trim()) ask();
    else close();
  });
  field.addEventListener('keydown', press);
  field.addEventListener('blur', close);
  // The field keeps the focus. Otherwise the list would close before the click.
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  box.addEventListener('mousedown', (event) => event.preventDefault());
  box.addEventListener('click', (event) => {
    const at = options().indexOf(event.target.closest('[role="option"]'));
    if (at >= 0) choose(at);
  });
  return close;
}
