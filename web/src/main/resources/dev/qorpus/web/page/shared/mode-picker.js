/** The choice of modes to compare. It is kept in the address. */
import { el } from './dom/elements.js';
import { modeName } from './text/mode-names.js';

export const USUAL_MODES = ['lexical', 'dense', 'hybrid'];
/** A comparison needs two modes. */
const FEWEST = 2;

/** The modes in the address that the server has. The server checks joined ones itself. */
export function chosen(modes, status) {
  const there = (mode) => !status || mode.includes('+') || status.modes.includes(mode);
  const wanted = modes.filter(there);
  return wanted.length < FEWEST ? USUAL_MODES.filter(there) : wanted;
}

/** Draws the choice; `changed` gets the selected modes. */
export function drawModePicker(modes, status, changed) {
  const offered = [...new Set([...USUAL_MODES, ...status.modes, ...modes])];
  const boxes = offered.map((mode) => {
    const box = el('input', { type: 'checkbox', name: 'compared', value: mode });
    box.checked = modes.includes(mode);
    return box;
  });
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const bound = () => boxes.forEach((box) => { box.disabled = box.checked && ticked().length <= FEWEST; });
  const group = el('fieldset', { class: 'mode-picker' }, el('legend', { class: 'unseen' }, 'What to compare'),
    boxes.map((box) => el('label', {}, box, ' ', modeName(box.value))));
  group.addEventListener('change', (event) => {
    // The form of the question also listens for changes.
    event.stopPropagation();
    bound();
    changed(ticked());
  });
  bound();
  const all = el('button', { type: 'button', class: 'all' }, 'The whole ladder');
  all.addEventListener('click', () => changed([...status.rungs]));
  return el('details', { class: 'choice', open: modes.join() !== USUAL_MODES.join() }, el('summary', {}, 'What to compare'), group, all);
}
