/**
 * The recent questions. They are kept in this browser only and never sent. If the browser has no storage, there are
 * none.
 */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';

const KEY = 'qorpus.recent';
const KEPT = 12;
const SHOWN = 6;
/** Longer questions are pasted texts, and are not kept. */
const LONGEST = 200;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string' && q.trim() && q.length <= LONGEST) : [];
  } catch {
    return [];
  }
}

function write(questions) {
  try {
    if (questions.length) localStorage.setItem(KEY, JSON.stringify(questions.slice(0, KEPT)));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is denied or full, so nothing is kept.
  }
}

/** Keeps a confirmed question. */
export function remember(q) {
  if (!q || q.length > LONGEST) return;
  write([q, ...read().filter((other) => other !== q)]);
}

/** Draws the list, or returns null if it is empty. The questions are asked in `mode`. */
export function drawRecent(mode) {
  const questions = read().slice(0, SHOWN);
  if (questions.length === 0) return null;
  const node = el('section', { class: 'recent', 'aria-labelledby': 'recent-title' },
    el('h2', { id: 'recent-title' }, 'Asked before'),
    el('ul', {}, questions.map((q) => el('li', {},
      el('button', { type: 'button', class: 'again', 'data-go': address({ q, mode }) }, q),
      el('button', { type: 'button', class: 'forget', 'data-forget': q, 'aria-label': `Forget “${q}”`, title: 'Forget' }, '×')))),
    el('p', {}, el('button', { type: 'button', class: 'off', 'data-forget-all': true }, 'Forget all'),
      el('span', { class: 'muted' }, ' Kept in this browser only.')));
  node.addEventListener('click', ({ target }) => {
    const one = target.closest('[data-forget]');
    if (!one && !target.closest('[data-forget-all]')) return;
    write(one ? read().filter((q) => q !== one.dataset.forget) : []);
    const next = drawRecent(mode);
    if (next) node.replaceWith(next);
    else node.remove();
    // The pressed button is gone: the focus moves to the next one, or to the field.
    (next?.querySelector('.forget') ?? document.getElementById('q')).focus();
  });
  return node;
}
