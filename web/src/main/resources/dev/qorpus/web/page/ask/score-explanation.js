/** Explains the score of a hit to people who do not know the formulas. */
import { matchedWords, readableTerm, wordsOf } from '../shared/answer/matched-words.js';
import { bar, el } from '../shared/dom/elements.js';
import { number, percent, plural } from '../shared/text/format.js';
import { alignedWords } from './word-alignment.js';

const NAMES = { lexical: 'Words', dense: 'Meaning', late: 'In context', rerank: 'Read together' };

/** How each fusion weighs a part: a sentence, and the name of the figure. */
const FUSIONS = {
  'opinion pool': ['Each kind of evidence divides 100\u00a0% among all entries, the more, the better one fits. '
    + 'The score is this entry’s share of all, each counting by its weight; that of words counts less, '
    + 'the less likely the entry is by its meaning.', 'share'],
  'weighted sum': ['Words and meaning each give from 0 to 1. The score is the sum, each counting by its weight.', 'of 1'],
};
const OTHERWISE = ['Each part counts by the place it gives this entry.', 'by place'];

/** `query` is the question; its words stand for stems that the entry does not show. */
export function explainScore(panel, hit, query = '') {
  const { explanation, lexical, dense } = hit;
  const { fusion, prior = 1, parts = [], terms = [], alignment = [], score } = explanation;
  const counting = new Set(parts.filter(({ weight }) => weight > 0).map(({ name }) => name));
  panel.replaceChildren(...[
    counting.has('lexical') && words(terms, lexical, [...matchedWords(hit), ...wordsOf(query)]),
    counting.has('dense') && meaning(dense),
    alignment.length > 0 && alignedWords(alignment, panel.closest('.hit')),
    prior < 1 && kind(prior),
    sum(fusion, parts, score),
  ].filter(Boolean));
}

function words(terms, { rank }, written) {
  const total = terms.reduce((sum, { score }) => sum + score, 0);
  if (!(total > 0)) return el('p', { class: 'reason' }, el('b', {}, 'Words. '), 'None of the question’s words is in this entry.');
  const most = Math.max(...terms.map(({ score }) => score));
  return el('div', { class: 'reason' },
    el('p', {}, el('b', {}, 'Words. '),
      `${plural(terms.length, 'word', 'words')} of the question ${terms.length === 1 ? 'is' : 'are'} in this entry, `
      + `which puts it in place ${rank}. Rare words count more:`),
    el('ul', { class: 'terms' }, terms.map(({ term, score, idf }) =>
      el('li', { title: `adds ${number(score)} to the words’ score, at most ${number(idf)} by how rare it is` },
        el('span', { class: 'term' }, readableTerm(term, written)), bar(score / most), percent(score / total)))));
}

function meaning({ rank, score }) {
  return el('div', { class: 'reason' },
    el('p', {}, el('b', {}, 'Meaning. '),
      `It resembles the question by ${number(score, 2)}, where 1 is the same and 0 has nothing in common; `
      + `that puts it in place ${rank}.`),
    el('ul', { class: 'terms' }, el('li', { title: 'cosine of the sentence vectors' },
      el('span', { class: 'term' }, 'resemblance'), bar(score), percent(score))));
}

function kind(prior) {
  return el('p', { class: 'reason' }, el('b', {}, 'Kind. '),
    `This is a section of a text. It counts ${number(prior, 2)} times as much as a question that fits as well.`);
}

function sum(fusion, parts, score) {
  const [sentence, figure] = FUSIONS[fusion] ?? OTHERWISE;
  const columns = [['raw', 'measured'], ['normalised', figure], ['weight', 'weight'], ['contribution', 'adds']];
  return el('div', { class: 'reason' },
    el('p', {}, el('b', {}, 'Score. '), sentence),
    el('table', {},
      el('caption', { class: 'unseen' }, `Score by ${fusion}`),
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, el('span', { class: 'unseen' }, 'part')),
        columns.map(([, name]) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, parts.map((row) => el('tr', { 'data-part': row.name },
        el('th', { scope: 'row' }, NAMES[row.name] ?? row.name),
        columns.map(([name]) => el('td', {}, name === 'contribution' && bar(row[name]), number(row[name])))))),
      el('tfoot', {}, el('tr', {},
        el('th', { scope: 'row', colspan: columns.length }, 'Score, their sum'),
        el('td', {}, bar(score), number(score))))));
}
