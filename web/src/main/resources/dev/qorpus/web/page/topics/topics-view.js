/** The topics and the map side by side. The list contains all that the map shows. */
import { el, freshId } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';
import { createMap } from './map.js';
import { inGroups, middle, readPoints } from './map-points.js';
import { assignColours, classOf, COLOURS } from './palette.js';

const PAGE = 100;

/**
 * `link(id, question)` makes a link to an entry; `open(id)` opens it. Returns the element and functions that change
 * it.
 */
export function createTopicsView({ topics, map }, { link, open }) {
  const points = readPoints(map);
  const members = inGroups(map.topic, topics.topics.length);
  const centres = topics.topics.map((_, topic) => middle(points, members[topic]));
  const colours = assignColours(centres);
  const names = topics.topics.map(({ terms, label }, i) => ({ text: terms.slice(0, 2).join(', ') || label, ...centres[i] }));
  const lit = el('section', { class: 'lit', hidden: true });
  const legend = el('ul', { class: 'legend', 'aria-label': 'Colours', hidden: true });
  const here = el('p', { class: 'here', role: 'status' });
  const canvas = drawCanvas(topics);
  const picture = createMap(canvas, {
    points,
    names,
    questions: map.question,
    onOpen: (i) => open(map.id[i]),
    onPoint: (i) => { here.textContent = i < 0 ? '' : [map.question[i], ...traits(i)].join(' · '); },
  });
  const label = (topic) => (topic < 0 ? 'in no topic' : topics.topics[topic].label);
  const traits = (i) => [label(map.topic[i]), map.types[map.type[i]]].filter(Boolean);

  function colourBy(what) {
    const byType = what === 'type';
    legend.hidden = !byType;
    if (byType) picture.colour(map.type, map.types.map((_, i) => (i < COLOURS ? i : -1)));
    else picture.colour(map.topic, colours);
    picture.only(-1);
  }

  legend.append(...[...map.types.slice(0, COLOURS).map((type, i) => [type, i]), ['other or none', -1]]
    .map(([type, colour]) => el('li', {}, swatch(colour), type)));
  colourBy('topic');

  const root = el('div', { class: 'topics' },
    el('h2', { tabindex: '-1' }, 'Topics'),
    el('p', { class: 'muted' }, summary(topics)),
    el('div', { class: 'topics-layout' },
      el('div', { class: 'chart' }, drawTools(map, picture, colourBy), canvas, here, legend),
      el('div', { class: 'list' }, lit,
        el('ol', { class: 'topic-list', 'aria-label': 'Topics' }, topics.topics.map((topic, i) =>
          drawTopic(topic, members[i], colours[i], { map, link, only: (on) => picture.only(on ? i : -1) })),
        members.at(-1).length > 0 && drawTopic({ label: 'In no topic', size: members.at(-1).length, representatives: [], terms: [] },
          members.at(-1), -1, { map, link, only: () => {} })))));
  const indexes = new Map(map.id.map((id, i) => [id, i]));
  return {
    root,
    /** Shows the hits of a question with their ranks; null if there is no question. */
    light(found, says) {
      const hits = (found?.hits ?? []).filter(({ id }) => indexes.has(id));
      picture.light(new Map(hits.map((hit) => [indexes.get(hit.id), ranks(hit)])));
      lit.hidden = !found;
      if (found) drawLit(lit, says, hits, link);
    },
  };
}

const ranks = ({ lexical, dense }) => [`words #${lexical.rank}`, dense && `meaning #${dense.rank}`].filter(Boolean).join(' · ');
const swatch = (colour) => el('span', { class: `swatch ${classOf(colour)}`, 'aria-hidden': 'true' });

function summary({ entries, nowhere, topics }) {
  if (entries === 0) return 'No entries are indexed yet.';
  return `${plural(entries, 'entry', 'entries')} in ${plural(topics.length, 'topic', 'topics')}`
    + (nowhere > 0 ? `; ${nowhere} in none.` : '.');
}

function drawCanvas({ entries, topics }) {
  return el('canvas', {
    class: 'map', tabindex: '0', role: 'application', 'aria-roledescription': 'map',
    'aria-label': `Map of ${plural(entries, 'entry', 'entries')} in ${plural(topics.length, 'topic', 'topics')}. `
      + 'Arrow keys move between entries, plus and minus zoom, 0 shows all, Enter opens. The list of topics has the same content as text.',
  });
}

function drawTools(map, picture, colourBy) {
  const button = (text, name, act) => {
    const node = el('button', { type: 'button', 'aria-label': name, title: name }, text);
    node.addEventListener('click', act);
    return node;
  };
  const select = el('select', {}, el('option', { value: 'topic' }, 'topic'), el('option', { value: 'type' }, 'type'));
  select.addEventListener('change', () => colourBy(select.value));
  return el('div', { class: 'tools' },
    map.types.length > 0 && el('label', {}, 'Colour by ', select),
    el('span', { class: 'zoom' }, button('+', 'Zoom in', picture.zoomIn), button('−', 'Zoom out', picture.zoomOut),
      button('All', 'Show the whole map', picture.whole)));
}

function drawTopic({ label, terms, size, representatives }, members, colour, { map, link, only }) {
  const all = el('div', { id: freshId('topic'), class: 'all', hidden: true });
  const button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': all.id },
    swatch(colour), el('span', { class: 'label' }, label), ' ', el('span', { class: 'size' }, plural(size, 'entry', 'entries')));
  const shown = el('ul', { class: 'representatives', 'aria-label': `Central entries of ${label}` },
    representatives.map(({ id, question }) => el('li', {}, link(id, question))));
  button.addEventListener('click', () => {
    const opens = all.hidden;
    all.hidden = !opens;
    shown.hidden = opens;
    button.setAttribute('aria-expanded', String(opens));
    only(opens);
    if (opens && !all.firstChild) fillAll(all, terms, members, map, link);
  });
  return el('li', {}, el('h3', {}, button), shown, all);
}

/** A page at a time, because browsers are slow with thousands of lines. */
function fillAll(all, terms, members, map, link) {
  const list = el('ul', {});
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
  all.append(...[terms.length > 0 && el('p', { class: 'muted' }, terms.join(' · ')), list, more].filter(Boolean));
  next();
}

function drawLit(section, says, hits, link) {
  const title = freshId('lit');
  section.setAttribute('aria-labelledby', title);
  section.replaceChildren(el('h3', { id: title }, says),
    el('ol', {}, hits.map((hit) => el('li', {}, link(hit.id, hit.question), el('span', { class: 'muted' }, ` ${ranks(hit)}`)))));
}
