/**
 * What a hit opens on demand: the whole answer and the related entries.
 * Filled at the first opening, so that a list of hits stays quick to draw.
 */
import * as api from './api.js';
import { address, read } from './address.js';
import { dress } from './answer.js';
import { el, freshId } from './dom.js';
import { markPassage } from './marks.js';

/** A button and the panel it opens, `[button, panel]`; `fill` gets the panel. */
export function disclosure(name, label, describedBy, fill) {
  const panel = el('div', { class: `panel ${name}`, id: freshId(name), hidden: true });
  const button = el('button', {
    type: 'button', 'data-toggle': name,
    'aria-expanded': 'false', 'aria-controls': panel.id, 'aria-describedby': describedBy,
  }, label);
  let filled = false;
  button.addEventListener('click', async () => {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    if (panel.hidden || filled) return;
    filled = true;
    try {
      await fill(panel);
    } catch (error) {
      filled = false;
      panel.replaceChildren(el('p', { class: 'problem' }, error.message));
    }
  });
  return [button, panel];
}

export async function fillAnswer(panel, hit) {
  const entry = await api.entry(hit.id);
  // The one place for innerHTML: the server has sanitised this field.
  panel.innerHTML = entry.answerHtml;
  if (hit.passage) markPassage(panel, hit.answer, hit.passage);
  await dress(panel);
}

export async function fillRelated(panel, hit) {
  const { hits } = await api.related(hit.id);
  const { mode } = read();
  // Filters are left out: what is related may well lie outside them.
  panel.replaceChildren(hits.length === 0
    ? el('p', {}, 'No related entries.')
    : el('ul', {}, hits.map((other) => {
      const href = address({ q: other.question, mode });
      return el('li', { 'data-id': other.id },
        el('a', { href, 'data-go': href }, other.question),
        el('span', { class: 'muted' }, ` ${other.section.join(' › ')}`));
    })));
}
