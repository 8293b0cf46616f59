/**
 * The search field, the mode switch and the filters: what they say is read
 * and written here and nowhere else.
 */
import { el } from './dom.js';

const field = document.getElementById('q');
const modes = document.getElementById('modes');
const filters = document.getElementById('filters');
const FIRST = ['type', 'section', 'file'];

let values = {};

export const question = () => field.value.trim();

export function chosen() {
  const picked = new Map();
  for (const select of filters.querySelectorAll('select')) {
    if (select.value) picked.set(select.dataset.field, select.value);
  }
  return { mode: modes.querySelector('input:checked')?.value, filters: picked };
}

export function write(state) {
  // Setting an unchanged value would still move the caret of who is typing.
  if (question() !== state.q) field.value = state.q;
  modes.querySelector(`input[value="${state.mode}"]`).checked = true;
  drawFilters(state.filters);
}

/** Offers what the server has: its modes, and the values of each field. */
export function offer(status, state) {
  for (const input of modes.querySelectorAll('input')) {
    input.disabled = input.value === 'compare' ? status.modes.length < 2 : !status.modes.includes(input.value);
  }
  values = status.values ?? {};
  drawFilters(state.filters);
}

function drawFilters(picked) {
  const others = Object.keys(values).filter((name) => !FIRST.includes(name)).sort();
  // A filter from the address is shown even if no entry has it, or it could not be taken off.
  const names = new Set([...FIRST, ...others, ...picked.keys()]);
  const focused = document.activeElement?.dataset?.field;
  const selects = [...names]
    .filter((name) => picked.has(name) || Object.keys(values[name] ?? {}).length > 0)
    .map((name) => drawFilter(name, values[name] ?? {}, picked.get(name)));
  filters.replaceChildren(...selects);
  if (focused) selects.find((select) => select.dataset.field === focused)?.focus();
}

function drawFilter(name, counts, picked) {
  const options = Object.entries(counts);
  if (picked !== undefined && !Object.hasOwn(counts, picked)) options.push([picked, 0]);
  const select = el('select', { id: `filter-${name}`, 'data-field': name, 'aria-label': name },
    el('option', { value: '' }, `Any ${name}`),
    options.map(([value, count]) => el('option', { value }, `${value} (${count})`)));
  select.value = picked ?? '';
  select.classList.toggle('picked', picked !== undefined);
  return select;
}
