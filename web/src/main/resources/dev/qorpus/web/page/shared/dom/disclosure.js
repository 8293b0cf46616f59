/** Buttons that open a panel. */
import { el, freshId } from './elements.js';

/**
 * Makes a button, its panel, and a function that opens the panel: `[button, panel, open]`. `fill` fills the panel on
 * first use. `opened` gets the panel and how it was opened: `button`, or the argument of `open`.
 */
export function disclosure(name, label, describedBy, fill, opened = () => {}) {
  const panel = el('div', { class: `panel ${name}`, id: freshId(name), hidden: true });
  const button = el('button', {
    type: 'button', 'data-toggle': name,
    'aria-expanded': 'false', 'aria-controls': panel.id, 'aria-describedby': describedBy,
  }, label);
  let filled = false;
  const toggle = async (how) => {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    if (panel.hidden) return;
    try {
      if (!filled) {
        filled = true;
        await fill(panel);
      }
      opened(panel, how);
    } catch (error) {
      filled = false;
      panel.replaceChildren(el('p', { class: 'problem' }, error.message));
    }
  };
  button.addEventListener('click', () => toggle('button'));
  return [button, panel, toggle];
}
