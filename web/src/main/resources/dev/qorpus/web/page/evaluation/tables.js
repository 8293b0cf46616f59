/** Tables of figures: those of each mode, and the differences of two. */
import { el, freshId } from '../shared/dom/elements.js';
import { bytes, millis, number, percent } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';
import { bestFigures } from './differences.js';

/** The columns: the heading in words, the name of the measure, and how it is written. Of measures, the best is marked. */
const COLUMNS = [
  { key: 'ndcg@10', head: 'Ranking', name: 'nDCG@10', isMeasure: true, few: true },
  { key: 'mrr@10', head: 'Rank of the first', name: 'MRR@10', isMeasure: true },
  { key: 'hit@1', head: 'First is right', name: 'hit@1', isMeasure: true, few: true },
  { key: 'hit@5', head: 'One of five is right', name: 'hit@5', isMeasure: true, spare: true },
  { key: 'recall@10', head: 'Found in ten', name: 'recall@10', isMeasure: true },
  { key: 'recall@100', head: 'Found in a hundred', name: 'recall@100', isMeasure: true },
  { key: 'refused', head: 'Rightly refused', write: percent },
  { key: 'wronglyRefused', head: 'Wrongly refused', write: percent },
  { key: 'calibrationError', head: 'Calibration error', name: 'ECE' },
  { key: 'brier', head: 'Error of confidence', name: 'Brier', spare: true },
  { key: 'p50Millis', head: 'Time', name: 'median', write: millis, few: true },
  { key: 'bytesPerEntry', head: 'Size', name: 'of an entry', write: (size) => bytes(size, 'B') },
  { key: 'indexMillisPerEntry', head: 'Indexing', name: 'of an entry', write: millis, spare: true },
];
const NARROW = '(max-width: 48rem)';

/** The columns that are shown. The choice holds until the page is left. */
let chosen = null;

const usual = () => COLUMNS.filter(({ few, spare }) => (matchMedia(NARROW).matches ? few : !spare)).map(({ key }) => key);

/** A table that scrolls in its own width, below the heading that names it. */
export const wide = (heading, table) => el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-labelledby': heading }, table);

/** The figures of all modes, with a choice of columns. */
export function drawFigures(heading, { modes: found, unanswerable }) {
  chosen ??= usual();
  const modes = Object.keys(found);
  const best = bestFigures(found, COLUMNS.filter(({ isMeasure }) => isMeasure).map(({ key }) => key));
  const offered = COLUMNS.filter(({ key }) => key !== 'refused' || unanswerable > 0);
  const table = el('table', { class: 'figures' });
  const fill = () => {
    const columns = offered.filter(({ key }) => chosen.includes(key));
    table.replaceChildren(
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Mode'), columns.map(({ head, name }) =>
        el('th', { scope: 'col' }, head, name && el('small', {}, ` ${name}`))))),
      el('tbody', {}, modes.map((mode) => el('tr', { 'data-mode': mode }, el('th', { scope: 'row' }, modeName(mode)),
        columns.map(({ key, isMeasure, write = number }) =>
          el('td', { class: isMeasure && found[mode][key] === best[key] && 'best' }, write(found[mode][key])))))));
  };
  fill();
  return [drawChoice(offered, fill), wide(heading, table)];
}

function drawChoice(columns, changed) {
  const group = el('fieldset', {}, el('legend', { class: 'unseen' }, 'Columns'), columns.map(({ key, head, name }) => {
    const box = el('input', { type: 'checkbox', name: 'column', value: key, id: freshId('column') });
    box.checked = chosen.includes(key);
    return el('label', { for: box.id }, box, ` ${head}`, name && el('small', { class: 'muted' }, ` ${name}`));
  }));
  group.addEventListener('change', (event) => {
    event.stopPropagation();
    chosen = [...group.querySelectorAll(':checked')].map(({ value }) => value);
    changed();
  });
  return el('details', { class: 'columns' }, el('summary', {}, 'Columns'), group);
}

/** Each pair of modes: the difference, and whether it may be chance. */
export function drawPairs(heading, significance) {
  const heads = ['Modes', 'Difference in nDCG@10', 'Better on', 'Worse on', 'As good on', 'p', 'By chance'];
  return wide(heading, el('table', { class: 'figures pairs' },
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, significance.map(({ mode, other, difference, wins, losses, ties, p }) => el('tr', {},
      el('th', { scope: 'row' }, `${modeName(mode)} − ${modeName(other)}`),
      el('td', { class: difference < 0 ? 'loss' : 'gain' }, `${difference < 0 ? '−' : '+'}${number(Math.abs(difference))}`),
      [wins, losses, ties].map((count) => el('td', {}, String(count))), el('td', {}, number(p, 4)),
      el('td', {}, p < 0.05 ? 'hardly' : 'perhaps'))))));
}

/** Confidence by bins. */
export function drawBins(heading, bins) {
  return wide(heading, el('table', { class: 'figures bins' },
    el('thead', {}, el('tr', {}, ['Confidence', 'Share right', 'Questions'].map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, bins.map(({ confidence, right, questions }) => el('tr', {},
      el('th', { scope: 'row' }, number(confidence, 2)), el('td', {}, number(right, 2)), el('td', {}, String(questions)))))));
}
