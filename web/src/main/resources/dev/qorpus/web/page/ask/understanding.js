/** Says how the question was understood: what it demands, what it could not find, and how to ask otherwise. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';

const go = (label, to, attributes = {}) => el('button', { type: 'button', 'data-go': address(to), ...attributes }, label);

/** The question without one of its operators. */
const without = (q, { start, end }) => `${q.slice(0, start)} ${q.slice(end)}`.replace(/\s+/g, ' ').trim();

/** A chip for each operator, which takes it out of the question. */
function operatorChips(operators, state) {
  return el('p', { class: 'operators' }, ...operators.map((operator) => go(el('span', {}, operator.text),
    { ...state, q: without(state.q, operator) }, { class: 'chip', 'aria-label': `Ask without ${operator.text}` })),
  go('Ask as plain text', { ...state, reading: 'plain' }, { class: 'off' }));
}

function correctionLine(corrections, state) {
  return el('p', { class: 'corrections' }, 'Also searched for: ',
    corrections.map(({ from, to }) => `${to} (for ${from})`).join(', '), '. ',
    go('Search only for what I typed', { ...state, reading: 'typed' }, { class: 'off' }));
}

/** Below this confidence, it matters which words are missing. Others may only be other words for the same. */
const UNSURE_BELOW = 0.5;

export function drawUnderstanding(notice, found, state) {
  const { operators = [], notes = [], corrections = [], missing = [], confidence, hits } = found;
  if (operators.length > 0) notice.prepend(operatorChips(operators, state));
  notice.append(...notes.map((note) => el('p', { class: 'corrections' }, note)));
  if (hits.length === 0) return;
  if (corrections.length > 0) notice.append(correctionLine(corrections, state));
  if (missing.length > 0 && confidence < UNSURE_BELOW) notice.append(el('p', { class: 'corrections' }, `The first entry is without: ${missing.join(', ')}`));
}
