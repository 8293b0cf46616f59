/** Scrolls to the passage when an answer is unfolded. */
import { el } from '../shared/dom/elements.js';

/** Taller answers, in CSS pixels, are shown in part, so that the other hits stay visible. */
const TALL = 440;
/** The space above the passage, which shows its context. */
const ABOVE = 72;

/**
 * `how` says how the answer was unfolded. `button`: by its button, so the page scrolls to the passage. `part`:
 * automatically, so a part is shown and the page hardly moves. `whole`: nothing is scrolled.
 */
export function showPassage(panel, how) {
  const passage = panel.querySelector('.passage');
  if (how === 'button') {
    reach(passage);
  } else if (how === 'part' && panel.scrollHeight > TALL) {
    clip(panel, passage);
  }
}

/** Scrolls to a passage that is not in view. */
export function reach(passage) {
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
