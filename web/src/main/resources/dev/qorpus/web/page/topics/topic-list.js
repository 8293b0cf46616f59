/** The topics and their entries as lists. */
import { el, freshId } from '../shared/dom/elements.js';
import { classOf } from './palette.js';
import { entryCount } from './topics-skeleton.js';

const PAGE = 100;

export const swatch = (colour) => el('span', { class: `swatch ${classOf(colour)}`, 'aria-hidden': 'true' });

/**
 * A topic: its name, which opens the list of all its entries, and the entries in its midst. `only(on)` shows it alone on the
 * map, `choose(subtopic)` selects one of its subtopics.
 */
export function drawTopic({ label, terms, size, representatives, subtopics }, members, colour, { map, link, only, choose }) {
  const all = el('div', { id: freshId('topic'), class: 'all', hidden: true });
  const button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': all.id },
    swatch(colour), el('span', { class: 'label' }, label), ' ', el('span', { class: 'size' }, entryCount(size)));
  const shown = el('ul', { class: 'representatives', 'aria-label': `Central entries of ${label}` },
    representatives.map(({ id, question }) => el('li', {}, link(id, question))));
  button.addEventListener('click', () => {
    const opens = all.hidden;
    all.hidden = !opens;
    shown.hidden = opens;
    button.setAttribute('aria-expanded', String(opens));
    only(opens);
    if (opens && !all.firstChild) {
      all.append(...[subtopics.length > 0 && drawSubtopics(label, subtopics, choose),
        subtopics.length === 0 && terms.length > 0 && el('p', { class: 'muted' }, terms.join(' · ')),
        ...pages(members, map, link)].filter(Boolean));
    }
  });
  return el('li', {}, el('h3', {}, button), shown, all);
}

function drawSubtopics(topic, subtopics, choose) {
  return el('ul', { class: 'subtopics', 'aria-label': `Subtopics of ${topic}` }, subtopics.map(({ label, size }, n) => {
    const button = el('button', { type: 'button' }, label, ' ', el('span', { class: 'muted' }, String(size)));
    button.addEventListener('click', () => choose(n));
    return el('li', {}, button);
  }));
}

/** The entries of an area. `clear()` is called by its button. */
export function drawSelection(section, members, { map, link, clear }) {
  const title = freshId('selection');
  section.setAttribute('aria-labelledby', title);
  const button = el('button', { type: 'button', class: 'link-like' }, 'Clear');
  button.addEventListener('click', clear);
  section.replaceChildren(el('div', { class: 'selected-head' },
    el('h3', { id: title, tabindex: '-1' }, `${entryCount(members.length)} selected`), button), ...pages(members, map, link));
}

/** A list with a button for more: browsers are slow with thousands of lines. */
function pages(members, map, link) {
  const list = el('ul', { class: 'entries' });
  const more = el('button', { type: 'button', class: 'more' });
  const next = () => {
    const from = list.childElementCount;
    list.append(...members.slice(from, from + PAGE).map((i) => el('li', {}, link(map.id[i], map.question[i]),
      map.type[i] >= 0 && el('span', { class: 'muted' }, ` ${map.types[map.type[i]]}`))));
    const left = members.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = `${Math.min(PAGE, left)} more of ${left}`;
  };
  more.addEventListener('click', () => {
    const focused = list.childElementCount;
    next();
    list.children[focused]?.querySelector('a, button')?.focus();
  });
  next();
  return [list, more];
}
