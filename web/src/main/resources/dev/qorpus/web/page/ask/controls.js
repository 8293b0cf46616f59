/** Reads and writes the search field and the mode switch. */
import * as filters from './filters.js';

const field = document.getElementById('q');
const modes = document.getElementById('modes');

export const question = () => field.value.trim();

export const chosen = () => ({ mode: modes.querySelector('input:checked')?.value, filters: filters.chosen() });

export function write(state) {
  // Setting an unchanged value would move the caret.
  if (question() !== state.q) field.value = state.q;
  modes.querySelector(`input[value="${state.mode}"]`).checked = true;
  filters.write(state.filters);
}

/** Enables the modes that the server has. */
export function offer(status) {
  for (const input of modes.querySelectorAll('input')) {
    input.disabled = input.value === 'compare' ? status.modes.length < 2 : !status.modes.includes(input.value);
  }
}
