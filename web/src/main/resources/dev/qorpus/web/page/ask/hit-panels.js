/**
 * The panels of a hit: the whole answer and the related entries. They are filled on first use, so that the list is
 * drawn fast.
 */
import { address, read } from '../shared/address.js';
import { finishAnswer } from '../shared/answer/finish-answer.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';

/** `asked` is the question that the hit answers; its words and the passage are marked. */
export async function fillAnswer(panel, hit, asked) {
  // Often already fetched with the hits.
  const entry = await hit.entry ?? await api.answer(hit, asked);
  // The one place for innerHTML: the server has sanitised this field.
  panel.dir = 'auto';
  panel.innerHTML = entry.answerHtml;
  await finishAnswer(panel);
}

export async function fillRelated(panel, hit) {
  const { hits } = await api.related(hit.id);
  const { mode } = read();
  // Without filters, because related entries may be outside them.
  panel.replaceChildren(hits.length === 0
    ? el('p', {}, 'No related entries.')
    : el('ul', {}, hits.map((other) => {
      const href = address({ q: other.question, mode });
      return el('li', { 'data-id': other.id },
        el('a', { href, 'data-go': href, dir: 'auto' }, other.question),
        el('span', { class: 'muted' }, ` ${[other.title, ...other.section].filter(Boolean).join(' › ')}`));
    })));
}
