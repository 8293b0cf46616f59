/** The topics and the map side by side. The list contains all that the map shows. */
import { el, freshId } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';
import { createCard } from './map-card.js';
import { createMap } from './map.js';
import { drawForPrint } from './map-print.js';
import { inGroups, middle, readPoints } from './map-points.js';
import { assignColours, COLOURS } from './palette.js';
import { drawSelection, drawTopic, swatch } from './topic-list.js';
import { drawHint, entryCount } from './topics-skeleton.js';

/**
 * `link(id, question)` makes a link to an entry; `open(id)` opens it; `excerpt(id)`, if there is one, resolves to the text
 * of its answer. Returns the element and functions that change it.
 */
export function createTopicsView({ topics, map }, { link, open, excerpt }) {
  const points = readPoints(map);
  const members = inGroups(map.topic, topics.topics.length);
  const names = topics.topics.map((topic, i) => nameOf(topic, members[i], map, points, topics.entries));
  const colours = assignColours(names);
  const lit = el('section', { class: 'lit', hidden: true });
  const selected = el('section', { class: 'selected', hidden: true });
  const legend = el('ul', { class: 'legend', 'aria-label': 'Colours', hidden: true });
  const here = el('p', { class: 'here unseen', role: 'status' });
  const canvas = drawCanvas(topics);
  const frame = el('div', { class: 'map-frame' }, canvas);
  const traits = (i) => [...topicTraits(topics, map, i), map.types[map.type[i]]].filter(Boolean);
  const card = createCard(frame, {
    describe: (i) => ({ title: link(map.id[i], map.question[i]), traits: [swatch(colours[map.topic[i]] ?? -1), traits(i).join(' · ')] }),
    excerpt: excerpt && ((i) => excerpt(map.id[i])),
  });
  const picture = createMap(canvas, {
    points, names, questions: map.question,
    onOpen: (i) => open(map.id[i]),
    onPoint(i, place, stays) {
      here.textContent = i < 0 ? '' : [map.question[i], ...traits(i)].join(' · ');
      if (place) card.show(i, place, stays);
      else card.hide();
    },
    onSelect: (chosen) => select(chosen),
  });
  const tools = drawTools(map, picture, colourBy);

  function select(chosen) {
    tools.stopSelecting();
    selected.hidden = chosen.length === 0;
    here.textContent = chosen.length === 0 ? 'Nothing selected' : `${entryCount(chosen.length)} selected`;
    if (chosen.length === 0) return;
    drawSelection(selected, chosen, { map, link, clear });
    selected.scrollIntoView({ block: 'nearest' });
  }

  function clear() {
    picture.choose([]);
    select([]);
    canvas.focus({ preventScroll: true });
  }

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
  onPrint(frame, () => drawForPrint({ points, names, groups: picture.groups() }));

  const nowhere = { label: 'In no topic', size: members.at(-1).length, representatives: [], terms: [], subtopics: [] };
  const root = el('div', { class: 'topics' },
    el('h2', { tabindex: '-1' }, 'Topics'),
    el('p', { class: 'muted' }, summary(topics)),
    el('div', { class: 'topics-layout' },
      el('div', { class: 'chart' }, tools.root, frame, here, legend,
        drawHint()),
      el('div', { class: 'list' }, lit, selected,
        el('ol', { class: 'topic-list', 'aria-label': 'Topics' }, topics.topics.map((topic, i) =>
          drawTopic(topic, members[i], colours[i], {
            map, link, only: (on) => picture.only(on ? i : -1, members[i]),
            choose: (n) => picture.select(members[i].filter((at) => map.subtopic[at] === n)),
          })),
        nowhere.size > 0 && drawTopic(nowhere, members.at(-1), -1, { map, link, only: () => {} })))));
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

/** A topic's name, its place on the map, its share of the entries, and the same of the groups within it. */
function nameOf({ label, size, subtopics }, members, map, points, entries) {
  const groups = inGroups(members.map((i) => map.subtopic[i]), subtopics.length);
  return {
    text: label, share: size / entries, ...middle(points, members),
    subtopics: subtopics.map((subtopic, n) => ({ text: subtopic.label, ...middle(points, groups[n].map((at) => members[at])) })),
  };
}

function topicTraits({ topics }, map, i) {
  const topic = topics[map.topic[i]];
  return topic ? [...new Set([topic.label, topic.subtopics[map.subtopic[i]]?.label])] : ['in no topic'];
}

function summary({ entries, nowhere, topics }) {
  if (entries === 0) return 'No entries are indexed yet.';
  return `${entryCount(entries)} in ${plural(topics.length, 'topic', 'topics')}`
    + (nowhere > 0 ? `; ${nowhere} in none.` : '.');
}

function drawCanvas({ entries, topics }) {
  return el('canvas', {
    class: 'map', tabindex: '0', role: 'application', 'aria-roledescription': 'map',
    'aria-label': `Map of ${entryCount(entries)} in ${plural(topics.length, 'topic', 'topics')}. `
      + 'Arrow keys move between entries, plus and minus zoom, 0 shows all, S lists what is in view, Enter opens. '
      + 'The list of topics has the same content as text.',
  });
}

function drawTools(map, picture, colourBy) {
  const button = (text, name, act) => {
    const node = el('button', { type: 'button', 'aria-label': name, title: name }, text);
    node.addEventListener('click', act);
    return node;
  };
  const kind = el('select', {}, el('option', { value: 'topic' }, 'topic'), el('option', { value: 'type' }, 'type'));
  kind.addEventListener('change', () => colourBy(kind.value));
  const select = el('button', {
    type: 'button', class: 'select', 'aria-pressed': 'false', title: 'Select an area, to list its entries',
  }, 'Select');
  const selecting = (on) => {
    select.setAttribute('aria-pressed', String(on));
    picture.selecting(on);
  };
  select.addEventListener('click', (event) => {
    // The keyboard cannot draw: it selects what is in view.
    if (event.detail === 0) picture.selectView();
    else selecting(select.getAttribute('aria-pressed') === 'false');
  });
  return {
    root: el('div', { class: 'tools' }, map.types.length > 0 && el('label', {}, 'Colour by ', kind), select,
      el('span', { class: 'zoom' }, button('+', 'Zoom in', picture.zoomIn), button('−', 'Zoom out', picture.zoomOut),
        button('Fit', 'Fit the whole map', picture.fit))),
    stopSelecting: () => selecting(false),
  };
}

/** Puts a drawing for paper into the frame while the page is printed. */
function onPrint(frame, draw) {
  const on = () => frame.isConnected && !frame.querySelector('.map-print') && frame.append(draw());
  const off = () => frame.querySelector('.map-print')?.remove();
  addEventListener('beforeprint', on);
  addEventListener('afterprint', off);
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? on() : off()));
}

function drawLit(section, says, hits, link) {
  const title = freshId('lit');
  section.setAttribute('aria-labelledby', title);
  section.replaceChildren(el('h3', { id: title }, says),
    el('ol', {}, hits.map((hit) => el('li', {}, link(hit.id, hit.question), el('span', { class: 'muted' }, ` ${ranks(hit)}`)))));
}
