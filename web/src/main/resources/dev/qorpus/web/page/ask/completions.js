/**
 * Completions of what is being typed: a combobox with a listbox, as the WAI-ARIA Authoring Practices describe it
 * (list autocomplete, manual selection).
 *
 * The answers below are what people come for, and are there as fast as completions are. So the list is a short one
 * that covers the mode switch and the line of counts, which nobody needs while typing, and never a hit; it takes
 * no place of its own, so nothing moves when it comes and goes. It opens by typing alone: who went back to the field to
 * read or to walk on is not disturbed. The arrows go down the page as it is seen: field, completions, hits; what the
 * last completion does not take is left to keys.js. Nothing is put into the field before it is chosen: Enter without
 * a choice asks what was typed. Tab takes the choice along and moves on, so that nobody is held. Esc closes the list,
 * and, pressed again, empties the field.
 */
import { marked } from '../shared/answer/highlights.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';

const SHOWN = 4;

/** Completes in `field`, in the list `box`; `take` gets the text that was chosen. */
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
    // A list that somebody walks in is not exchanged.
    if (active >= 0) return;
    if (completions.length === 0 || document.activeElement !== field) return close();
    shown = completions;
    box.replaceChildren(...completions.map(({ text, kind, highlights }, i) =>
      el('li', { role: 'option', id: `completion-${i}`, 'aria-selected': 'false', title: text },
        el('span', { class: 'text' }, marked(text, highlights)),
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
      // Completions are a help: without them the question is asked as it is.
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
  // The field keeps the focus, or the list would be gone before the click arrives.
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  box.addEventListener('mousedown', (event) => event.preventDefault());
  box.addEventListener('click', (event) => {
    const at = options().indexOf(event.target.closest('[role="option"]'));
    if (at >= 0) choose(at);
  });
  return close;
}
