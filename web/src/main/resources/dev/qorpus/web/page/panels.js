/**
 * What a hit opens on demand: the whole answer and the related entries.
 * Filled at the first opening, so that a list of hits stays quick to draw.
 */
import * as api from './api.js';
import { address, read } from './address.js';
import { dress } from './answer.js';
import { el, freshId } from './dom.js';
import { markPassage } from './marks.js';
import { markWords, matchedWords } from './words.js';

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

export async function fillAnswer(panel, hit) {
  // Often fetched already, together with the hits.
  const entry = await hit.entry ?? await api.entry(hit.id);
  // The one place for innerHTML: the server has sanitised this field.
  panel.innerHTML = entry.answerHtml;
  if (hit.passage) markPassage(panel, hit.answer, hit.passage);
  await dress(panel);
  markWords(panel, matchedWords(hit));
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
