/** Which representations are set side by side: chosen by ticking, kept in the address. */
import { el } from './dom/elements.js';
import { modeName } from './text/mode-names.js';

export const USUAL_MODES = ['lexical', 'dense', 'hybrid'];
/** As few as there is something to compare between. */
const FEWEST = 2;

/** What the address asks for, of what the server has; two joined are left to the server to judge. */
export function chosen(modes, status) {
  const there = (mode) => !status || mode.includes('+') || status.modes.includes(mode);
  const wanted = modes.filter(there);
  return wanted.length < FEWEST ? USUAL_MODES.filter(there) : wanted;
}

/** The choice; `changed` gets the modes ticked now. */
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
    // The question's own form listens for changes too.
    event.stopPropagation();
    bound();
    changed(ticked());
  });
  bound();
  const all = el('button', { type: 'button', class: 'all' }, 'The whole ladder');
  all.addEventListener('click', () => changed([...status.rungs]));
  return el('details', { class: 'choice', open: modes.join() !== USUAL_MODES.join() }, el('summary', {}, 'What to compare'), group, all);
}
