/** Brings the passage that answers into sight when an answer is unfolded. */
import { el } from '../shared/dom/elements.js';

/** Taller answers, in CSS pixels, would push the other hits off most screens. */
const TALL = 440;
/** What stands above the passage is what it follows from. */
const ABOVE = 72;

/**
 * `how` an answer came to be unfolded: the `button` was asked for it, so the page goes to its passage; a `part` is shown of
 * one that unfolded by itself, so nothing else on the page moves far; `whole` leaves all as it is.
 */
export function showPassage(panel, how) {
  const passage = panel.querySelector('.passage');
  if (how === 'button') {
    reach(passage);
  } else if (how === 'part' && panel.scrollHeight > TALL) {
    clip(panel, passage);
  }
}

function reach(passage) {
  if (!passage) return;
  const { top, bottom } = passage.getBoundingClientRect();
  if (top >= 0 && Math.min(bottom, top + ABOVE) <= innerHeight) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  passage.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
}

function clip(panel, passage) {
  const rest = el('button', { type: 'button', class: 'rest' }, 'Show all of it');
  panel.classList.add('clipped');
  if (passage) panel.scrollTop = passage.offsetTop - panel.offsetTop - ABOVE;
  panel.classList.toggle('begun', panel.scrollTop > 0);
  panel.after(rest);
  rest.addEventListener('click', () => {
    rest.remove();
    panel.classList.remove('clipped', 'begun');
    reach(passage);
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
  });
}
