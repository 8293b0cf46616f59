/**
 * The filters: values of the corpus, each with the number of matching entries. The panel is closed at first, and the
 * server counts only when it is open. Values of one field are alternatives; different fields must all match.
 */
import { el, freshId } from '../shared/dom/elements.js';
import { fieldsToShow, valuesToShow, withPicked } from './filter-values.js';

/** With fewer values, there is no field to find one. */
const FINDABLE = 9;

const at = (id) => document.getElementById(id);
const [toggle, panel, chips] = [at('filters-toggle'), at('filters'), at('picked')];
const groups = new Map();
const off = el('button', { type: 'button', class: 'off', 'data-off': 'all' }, 'Remove all filters');

let picked = new Map();
let counts = {};

export const isOpen = () => !panel.hidden;

/** The selected values by field. */
export const chosen = () => new Map([...picked].map(([field, values]) => [field, [...values]]));

/** Shows the selected values. */
export function write(filters) {
  picked = new Map([...filters].map(([field, values]) => [field, [...values]]));
  draw();
}

/** Shows counts, as `{ field: [{ value, count }] }`, the most frequent first. */
export function show(facets) {
  counts = facets;
  toggle.disabled = Object.keys(facets).length === 0 && picked.size === 0;
  draw();
}

/** Calls `open` when the panel was opened, and `change` when a filter was added or removed. */
export function listen(open, change) {
  toggle.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
    draw();
    if (!panel.hidden) open();
  });
  panel.addEventListener('change', (event) => {
    const { field, value } = event.target.dataset;
    if (field === undefined) return;
    event.stopPropagation();
    pick(field, value, event.target.checked);
    change();
  });
  for (const place of [panel, chips]) {
    place.addEventListener('click', (event) => {
      const pressed = event.target.closest('[data-off]');
      if (!pressed) return;
      if (pressed === off) {
        picked.clear();
        draw();
      } else {
        pick(pressed.dataset.field, pressed.dataset.value, false);
      }
      // The pressed button is removed. Without a new focus, the keyboard would be at the top of the page.
      (isOpen() ? panel.querySelector('input') : toggle)?.focus();
      change();
    });
  }
}

function pick(field, value, on) {
  const values = (picked.get(field) ?? []).filter((other) => other !== value);
  if (on) values.push(value);
  if (values.length) picked.set(field, values);
  else picked.delete(field);
  draw();
}

function draw() {
  drawChips();
  if (isOpen()) drawGroups();
}

function drawChips() {
  const all = [...picked].flatMap(([field, values]) => values.map((value) => [field, value]));
  chips.hidden = isOpen() || all.length === 0;
  chips.replaceChildren(...all.map(([field, value]) => el('li', {},
    el('button', { type: 'button', class: 'chip', 'data-off': 'one', 'data-field': field, 'data-value': value,
      'aria-label': `Remove the filter ${field}: ${value}` }, el('span', {}, `${field}: ${value}`)))));
  toggle.classList.toggle('picked', all.length > 0);
  toggle.textContent = all.length ? `Filters (${all.length})` : 'Filters';
}

function drawGroups() {
  const fields = new Set(fieldsToShow(counts, picked));
  for (const name of [...groups.keys()]) if (!fields.has(name)) groups.delete(name);
  for (const name of fields) {
    if (!groups.has(name)) groups.set(name, group(name));
    groups.get(name).draw();
  }
  const shown = [...fields].map((name) => groups.get(name).node);
  if (picked.size) shown.push(off);
  for (const node of [...panel.children]) if (!shown.includes(node)) node.remove();
  // Existing nodes stay, so that focus and scroll position are kept.
  shown.forEach((node, i) => { if (panel.children[i] !== node) panel.insertBefore(node, panel.children[i] ?? null); });
}

/** One field: its node, and a function that redraws it and keeps the focus and the typed text. */
function group(field) {
  const list = el('ul', { class: 'values' });
  const more = el('p', { class: 'more' });
  const find = el('input', { type: 'search', class: 'find', placeholder: `Find a ${field}`, 'aria-label': `Find a ${field}`,
    autocomplete: 'off', spellcheck: 'false' });
  const node = el('fieldset', { class: 'facet', 'data-facet': field }, el('legend', {}, field), find, list, more);
  const drawValues = () => {
    const on = new Set(picked.get(field));
    const found = withPicked(counts[field] ?? [], on);
    find.hidden = found.length < FINDABLE;
    const { shown, left, matching } = valuesToShow(found, on, find.value);
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    const scrolled = list.scrollTop;
    list.replaceChildren(...shown.map(({ value, count }) => drawValue(field, value, count, on.has(value))));
    list.scrollTop = scrolled;
    if (focused !== null) [...list.querySelectorAll('input')].find((box) => box.dataset.value === focused)?.focus();
    more.textContent = left > 0 ? `and ${left} more; type to find them` : matching ? '' : 'No value matches.';
  };
  find.addEventListener('input', (event) => {
    event.stopPropagation();
    drawValues();
  });
  // Enter would submit the question again.
  find.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  return { node, draw: drawValues };
}

function drawValue(field, value, count, checked) {
  const id = freshId('value');
  const box = el('input', { type: 'checkbox', id, 'data-field': field, 'data-value': value });
  box.checked = checked;
  // The file name is the most telling part of a path.
  const cut = field === 'file' ? value.lastIndexOf('/') + 1 : 0;
  return el('li', { class: 'value' }, box,
    el('label', { for: id, title: value }, el('span', { class: 'name' }, value.slice(cut),
      cut > 0 && el('span', { class: 'folder' }, ` ${value.slice(0, cut - 1)}`))),
    el('span', { class: 'count' }, count));
}
