/** The report of an evaluation in one file: figures, charts and misses. uPlot is loaded before this. */
import { el } from '../shared/dom/elements.js';
import { number } from '../shared/text/format.js';
import { bestFigures, differences } from './differences.js';

const data = JSON.parse(document.getElementById('data').textContent);
const modes = Object.keys(data.modes);
const at = (id) => document.getElementById(id);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const whole = (figure) => Math.round(figure).toLocaleString('en');
const four = (value) => number(value, 4);

// The first column names the row; `numbers` are the indexes of numeric columns.
const fill = (table, heads, rows, numbers) => {
  const style = (i) => numbers.has(i) && 'number';
  table.replaceChildren(
    el('tr', {}, heads.map((text, i) => el('th', { class: style(i), scope: 'col' }, text))),
    ...rows.map((row) => el('tr', {}, row.map((content, i) => (i === 0
      ? el('th', { class: style(i), scope: 'row' }, content) : el('td', { class: style(i) }, content))))));
};

const options = (select, chosen) => {
  select.replaceChildren(...modes.map((mode) => new Option(mode, mode, false, mode === chosen)));
};

// The most rows that are added at once.
const SHOWN = 500;
const MEASURES = ['ndcg@10', 'mrr@10', 'hit@1', 'hit@5', 'recall@10', 'recall@100'];

function figures() {
  at('collection').textContent = data.collection;
  at('size').textContent = `${data.queries} questions with an answer, ${data.unanswerable} without`;
  const best = bestFigures(data.modes, MEASURES);
  const rows = modes.map((mode) => {
    const found = data.modes[mode];
    const measures = MEASURES.map((m) => {
      const bar = el('span', { class: 'bar' });
      bar.style.width = `${found[m] * 100}%`;
      return el('span', {}, el('span', { class: found[m] === best[m] && 'best' }, four(found[m])), bar);
    });
    return [mode, ...measures, four(found.refused), four(found.wronglyRefused), four(found.calibrationError), four(found.brier), found.p50Millis.toFixed(1), whole(found.bytesPerEntry), found.indexMillisPerEntry.toFixed(2)];
  });
  fill(at('figures'), ['Mode', ...MEASURES, 'refused', 'wrongly', 'calib.', 'Brier', 'p50 ms', 'bytes', 'index ms'], rows, new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]));
  fill(at('pairs'), ['Modes', 'difference', 'better on', 'worse on', 'equal on', 'p'], data.significance.map((pair) =>
    [`${pair.mode} − ${pair.other}`, four(pair.difference), pair.wins, pair.losses, pair.ties, four(pair.p)]), new Set([1, 2, 3, 4, 5]));
}

const axis = () => ({ stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } });
const charts = new Map();

function draw(id, height, series, rows, scales) {
  const place = at(id);
  charts.get(id)?.destroy();
  const width = Math.max(260, place.clientWidth);
  charts.set(id, new uPlot({ width, height, series, scales, axes: [axis(), axis()], legend: { show: false }, cursor: { show: false } }, rows, place));
}

function modeDiff() {
  const one = at('one').value;
  const other = at('other').value;
  const all = differences(data.perQuery, one, other);
  draw('mode-diff', 240, [{}, { stroke: colour('--accent'), fill: colour('--accent'), paths: uPlot.paths.bars({ size: [1, Infinity] }), points: { show: false } }],
    [all.map((_, i) => i + 1), all.map((item) => item.by)], { x: { time: false }, y: { range: [-1, 1] } });
  const ends = [...all.slice(0, 5).filter((item) => item.by > 0), ...all.slice(-5).filter((item) => item.by < 0)];
  fill(at('extremes'), ['Question', 'text', one, other], ends.map((asked) =>
    [asked.query, asked.text, four(asked['ndcg@10'][one]), four(asked['ndcg@10'][other])]), new Set([2, 3]));
}

function reliability() {
  const shown = at('believed').value;
  const bins = data.modes[shown].reliability;
  draw('reliability', 280, [{}, { stroke: colour('--accent'), width: 2, points: { show: true, size: 7, fill: colour('--accent') } },
    { stroke: colour('--muted'), dash: [4, 4], points: { show: false } }],
    [bins.map((bin) => bin.confidence), bins.map((bin) => bin.right), bins.map((bin) => bin.confidence)],
    { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } });
  fill(at('bins'), [`Confidence (${shown})`, 'right', 'questions'], bins.map((bin) =>
    [bin.confidence.toFixed(2), bin.right.toFixed(2), bin.questions]), new Set([1, 2]));
}

function misses() {
  const list = data.misses[at('missed').value] ?? [];
  const counts = new Map();
  list.forEach((miss) => counts.set(miss.reason, (counts.get(miss.reason) ?? 0) + 1));
  at('reasons').textContent = list.length === 0 ? 'None.' : [...counts].sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${reason}`).join(' · ')
    + (list.length > SHOWN ? ` (the first ${SHOWN} are listed; --json has all)` : '');
  fill(at('misses'), ['Question', 'text', 'reason', 'relevant', 'details'], list.slice(0, SHOWN).map((miss) =>
    [miss.query, miss.text, miss.reason, miss.relevant.map((place) =>
      `${place.id} (${place.rank === 0 ? 'not listed' : `at ${place.rank}`})`).join(', '), miss.detail]), new Set());
}

options(at('one'), modes.includes('hybrid') ? 'hybrid' : modes[0]);
options(at('other'), modes.find((mode) => mode !== at('one').value) ?? modes[0]);
options(at('believed'), modes.includes('hybrid') ? 'hybrid' : modes[0]);
options(at('missed'), modes.includes('hybrid') ? 'hybrid' : modes[0]);
const drawAll = () => { modeDiff(); reliability(); };
figures();
drawAll();
misses();
at('one').addEventListener('change', modeDiff);
at('other').addEventListener('change', modeDiff);
at('believed').addEventListener('change', reliability);
at('missed').addEventListener('change', misses);
addEventListener('resize', drawAll);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
