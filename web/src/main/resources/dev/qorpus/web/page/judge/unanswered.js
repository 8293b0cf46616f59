/** Questions that got no likely answer: what to write next. They are noted only with `serve --note-unanswered`. */
import { address, read } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';
import { plural } from '../shared/text/format.js';
import { change } from './change.js';

/** A question that is still being typed counts once it was looked at for so long. */
const PAUSE_MS = 4000;

let noting = false;
let pausing = 0;
const told = new Set();

export const noteFrom = (its) => { noting = its; };

/** Tells the server that a question was asked. Until Enter is pressed, only after a pause. */
export function noteAsked(q, committed) {
  clearTimeout(pausing);
  pausing = setTimeout(() => {
    if (!noting || !q || told.has(q) || read().q !== q) return;
    told.add(q);
    // The reader has their answer; a note that fails is nothing to them.
    change('api/unanswered', { q }).catch(() => told.delete(q));
  }, committed ? 0 : PAUSE_MS);
}

/** Adds the noted questions to a page, after a node; nothing where none are noted. */
export async function listUnanswered(after, signal) {
  const found = await api.unanswered(signal).catch(() => null);
  if (found?.noting && !signal.aborted) after.after(draw(found.questions));
}

function draw(questions) {
  const section = el('section', { class: 'unanswered', 'aria-labelledby': 'unanswered-title' },
    el('h3', { id: 'unanswered-title' }, 'What to write next',
      questions.length > 0 && el('span', { class: 'count' }, ` ${questions.length}`)),
    el('p', { class: 'meaning' }, questions.length > 0 ? 'People asked this, and probably nothing here answers it.'
      : 'Every question that was asked has a likely answer.'),
    el('ol', {}, questions.map(drawQuestion)),
    el('p', { class: 'muted' }, questions.length > 0 && [el('button', { type: 'button', class: 'off', 'data-forget': '' }, 'Forget all'), ' '],
      'Noted on this machine only.'));
  section.addEventListener('click', ({ target }) => forget(section, target.closest('[data-forget]')));
  return section;
}

function drawQuestion({ q, times }) {
  const href = address({ q });
  return el('li', {}, el('a', { href, 'data-go': href, dir: 'auto' }, q),
    el('span', { class: 'muted' }, plural(times, 'time', 'times')),
    el('button', { type: 'button', class: 'forget', 'data-forget': q, 'aria-label': `Forget “${q}”`, title: 'Forget' }, '×'));
}

async function forget(section, button) {
  if (!button) return;
  try {
    const q = button.dataset.forget;
    const next = draw((await change('api/unanswered/forget', q ? { q } : {})).questions);
    told.clear();
    section.replaceWith(next);
    // The pressed button is gone: the focus moves to the next one, or to the title.
    (next.querySelector('.forget') ?? Object.assign(next.querySelector('h3'), { tabIndex: -1 })).focus();
  } catch (error) {
    section.append(el('p', { class: 'problem' }, error.message));
  }
}
