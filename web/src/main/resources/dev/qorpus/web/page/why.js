/** Shows how the score of a hit came about. */
import { bar, el, number } from './dom.js';

const COLUMNS = ['raw', 'normalised', 'weight', 'contribution'];

export function fillWhy(panel, { explanation }) {
  panel.replaceChildren(parts(explanation), ...terms(explanation.terms ?? []));
}

function parts({ fusion, parts: rows = [], score }) {
  return el('table', {},
    el('caption', {}, `Score by ${fusion}`),
    el('thead', {}, el('tr', {},
      el('th', { scope: 'col' }, 'part'),
      COLUMNS.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map((row) => el('tr', { 'data-part': row.name },
      el('th', { scope: 'row' }, row.name),
      COLUMNS.map((name) => el('td', {}, number(row[name])))))),
    el('tfoot', {}, el('tr', {},
      el('th', { scope: 'row', colspan: COLUMNS.length }, 'sum = score'),
      el('td', {}, number(score)))));
}

function terms(list) {
  const total = list.reduce((sum, { score }) => sum + score, 0);
  if (!(total > 0)) return [];
  return [
    el('p', { class: 'caption' }, 'Matched words, by their share of the lexical score'),
    el('ul', { class: 'terms' }, list.map(({ term, score, idf }) => {
      const share = score / total;
      return el('li', { title: `score ${number(score)}, rarity (idf) ${number(idf)}` },
        el('span', { class: 'term' }, term), bar(share), `${Math.round(share * 100)}\u00a0%`);
    })),
  ];
}
