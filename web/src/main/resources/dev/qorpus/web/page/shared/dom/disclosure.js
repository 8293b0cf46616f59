/** Buttons that open something below them. */
import { el, freshId } from './elements.js';

/**
 * A button, the panel it opens, and a function that opens it: `[button, panel, open]`. `fill` gets the panel;
 * `opened` then gets the panel and how it came: by the button, or by what `open` was told.
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
