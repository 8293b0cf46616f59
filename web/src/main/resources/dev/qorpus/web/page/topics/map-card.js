/** The card of the entry that is pointed to: its question, the beginning of its answer, its topic. */
import { el } from '../shared/dom/elements.js';
import { shorten } from '../shared/text/format.js';

const LONGEST = 220;
/** A pointer on its way over the map asks for no answers. */
const PAUSE_MS = 120;
const AWAY = 14;

/** `describe(i)` is `{ title, traits }` as elements; `excerpt(i)` resolves to the answer's text, if there is one to ask. */
export function createCard(frame, { describe, excerpt }) {
  const card = el('div', { class: 'map-card', hidden: true });
  const texts = new Map();
  let now = -1;
  let asking = 0;

  async function fill(i, at) {
    if (!texts.has(i)) texts.set(i, await excerpt(i).catch(() => ''));
    if (now !== i) return;
    card.querySelector('.excerpt').textContent = shorten(texts.get(i), LONGEST);
    put(at);
  }

  /** Beside the point, within the map. */
  function put({ x, y, width, height }) {
    const [w, h] = [card.offsetWidth, card.offsetHeight];
    const left = x + AWAY + w <= width ? x + AWAY : x - AWAY - w;
    const top = y + AWAY + h <= height ? y + AWAY : y - AWAY - h;
    card.style.setProperty('--left', `${Math.round(Math.max(4, Math.min(left, width - w - 4)))}px`);
    card.style.setProperty('--top', `${Math.round(Math.max(4, top))}px`);
  }

  frame.append(card);
  return {
    /** Shows the card of an entry at a place on the map; `pinned` cards have links to click. */
    show(i, at, pinned) {
      now = i;
      clearTimeout(asking);
      const { title, traits } = describe(i);
      card.replaceChildren(...[el('p', { class: 'title' }, title),
        excerpt && el('p', { class: 'excerpt' }, shorten(texts.get(i) ?? '', LONGEST)),
        el('p', { class: 'muted' }, traits)].filter(Boolean));
      card.classList.toggle('pinned', pinned);
      card.hidden = false;
      put(at);
      if (excerpt && !texts.has(i)) asking = setTimeout(fill, PAUSE_MS, i, at);
    },
    hide() {
      now = -1;
      clearTimeout(asking);
      card.hidden = true;
    },
  };
}
