/** A comparison on the page, with links to entries, nearest words, and export. */
import { judgeButtons } from '../judge/judge.js';
import { address } from '../shared/address.js';
import { disclosure } from '../shared/dom/disclosure.js';
import { bar, el } from '../shared/dom/elements.js';
import { exportLinks } from '../shared/export-links.js';
import { forgetList } from '../shared/kept-list.js';
import * as api from '../shared/server/api.js';
import { number } from '../shared/text/format.js';
import { drawCompare } from './compare-view.js';
import { comparisonRows } from './ranks.js';

const moves = document.getElementById('moves');

export function showComparison(answer, state) {
  forgetList();
  const passages = passagesOf(answer);
  drawCompare(answer, {
    judge: (hit) => judgeButtons(answer.query, hit, true),
    link: (id, ...shown) => {
      const href = address({ ...state, entry: id, passage: passages.get(id) ?? '' });
      return el('a', { href, 'data-go': href }, shown);
    },
    more: (id, title) => {
      const [button, panel] = disclosure('words', 'Nearest words', title, (into) => fillWords(into, answer.query, id));
      return [el('div', { class: 'toggles' }, button), panel];
    },
  });
  moves.append(exportLinks('comparison', answer, () => comparisonRows(answer), api.comparisonPage(state, answer.modes)),
    everyQuestion(answer.modes));
}

/** The passage of each entry, in the first list that has one. */
function passagesOf({ modes, results }) {
  const passages = new Map();
  for (const { id, passage } of modes.flatMap((mode) => results[mode].hits)) {
    if (passage && !passages.has(id)) passages.set(id, `${passage.start}-${passage.end}`);
  }
  return passages;
}

/** Shows pairs of words with a similar meaning. */
async function fillWords(panel, query, id) {
  const { words } = await api.nearestWords(query, id);
  panel.replaceChildren(words.length === 0
    ? el('p', { class: 'muted' }, 'The entry has every word of the question except stop words.')
    : el('ul', { class: 'pairs' }, words.map(({ word, nearest, cosine }) => el('li', {},
      el('span', {}, word), el('span', { class: 'muted' }, ' is nearest to '), el('span', {}, nearest),
      bar(Math.max(0, cosine)), el('span', { class: 'muted' }, number(cosine, 2))))));
}

/** A link from one question to all judged ones. */
function everyQuestion(modes) {
  const href = address({ view: 'evaluation', narrowed: new Map([['modes', modes.join(',')]]) });
  return el('p', { class: 'export-links muted' }, 'One question proves little: ',
    el('a', { href, 'data-go': href }, 'measure these on judged questions'), '.');
}
