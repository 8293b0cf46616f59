/** The buttons that judge a hit. */
import { el } from '../shared/dom/elements.js';
import { GRADES } from './grades.js';

/** Draws the buttons of an entry. In a column they have signs only. */
export function drawButtons({ id, question }, compact) {
  return el('div', { class: compact ? 'judge compact' : 'judge', role: 'group', 'aria-label': `Judge “${question}”`, 'data-judged': id },
    GRADES.map(({ grade, label, sign }, i) => el('button', {
      type: 'button', 'data-grade': grade, 'aria-pressed': 'false', 'aria-keyshortcuts': i + 1,
      'aria-label': `${label}: ${question}`, title: `${label} (${i + 1})`,
    }, el('span', { class: 'sign', 'aria-hidden': 'true' }, sign), !compact && el('span', { class: 'word' }, label))));
}

/** Presses the button of a grade, and releases the others. */
export function press(group, grade) {
  for (const button of group.children) button.setAttribute('aria-pressed', String(button.dataset.grade === grade));
}
