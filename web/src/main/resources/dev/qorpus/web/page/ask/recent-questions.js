/**
 * The questions asked last, for asking them again. They are kept in this browser alone and never sent; where the
 * browser keeps nothing, there are none.
 */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';

const KEY = 'qorpus.recent';
const KEPT = 12;
const SHOWN = 6;
/** What is longer was pasted, and is found in its own place again. */
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
    // Denied or full: then nothing is kept, which harms nobody.
  }
}

/** Keeps a question that was meant, and not only typed on the way to another. */
export function remember(q) {
  if (!q || q.length > LONGEST) return;
  write([q, ...read().filter((other) => other !== q)]);
}

/** The list of them, or null if there is none; they are asked in `mode`. */
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
    // What was pressed is gone: the keyboard goes on from the next one, or from the field.
    (next?.querySelector('.forget') ?? document.getElementById('q')).focus();
  });
  return node;
}
