/**
 * What a hit opens on demand: the whole answer and the related entries.
 * Filled at the first opening, so that a list of hits stays quick to draw.
 */
import { address, read } from '../shared/address.js';
import { finishAnswer } from '../shared/answer/finish-answer.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';

/** `asked` is the question that the hit answers; its words and the passage are marked. */
export async function fillAnswer(panel, hit, asked) {
  // Often fetched already, together with the hits.
  const entry = await hit.entry ?? await api.answer(hit, asked);
  // The one place for innerHTML: the server has sanitised this field.
  panel.innerHTML = entry.answerHtml;
  await finishAnswer(panel);
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
