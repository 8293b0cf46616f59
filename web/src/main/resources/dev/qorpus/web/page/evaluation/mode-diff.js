/** Two modes by question: a bar for each question, and lists of the questions where each mode is better. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { followLink } from '../shared/dom/follow-link.js';
import * as libraries from '../shared/dom/library-loader.js';
import { number, plural } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';
import { differences, summary } from './differences.js';

/** How many questions are listed at once. */
const SHOWN = 10;
const HEIGHT = 220;

export async function drawModeDiff(at, { perQuery, misses, significance }, one, other) {
  const asked = differences(perQuery, one, other);
  const hint = el('p', { class: 'hint muted', 'aria-hidden': 'true' }, 'Each bar is a question; click one to see its lists.');
  const chart = el('div', {
    class: 'bars', role: 'img', 'aria-label': `Differences in nDCG@10 between ${modeName(one)} and ${modeName(other)}, a bar for each question; the lists below have the same`,
  });
  at.replaceChildren(
    el('p', {}, summary(significance, one, other, asked)), chart, hint,
    el('div', { class: 'sides' },
      side(asked.filter(({ by }) => by > 0), one, other, misses),
      side(asked.filter(({ by }) => by < 0).reverse(), other, one, misses)));
  if (one !== other) await drawBars(chart, hint, asked, one, other);
}

function side(asked, better, worse, misses) {
  const reasons = new Map((misses[worse] ?? []).map((miss) => [miss.query, miss]));
  const list = el('ol', {});
  const fill = (most) => list.replaceChildren(...asked.slice(0, most).map((query) => item(query, better, worse, reasons.get(query.query))));
  fill(SHOWN);
  const more = asked.length > SHOWN && el('button', { type: 'button', class: 'link-like' }, `Show all ${asked.length}`);
  if (more) {
    more.addEventListener('click', () => {
      fill(asked.length);
      list.children[SHOWN].querySelector('a').focus();
      more.remove();
    });
  }
  return el('section', { 'data-better': better, 'aria-label': `Better with ${modeName(better)}` },
    el('h4', {}, `${modeName(better)} does better on ${plural(asked.length, 'question', 'questions')}`), list, more);
}

function item({ query, text, rank, by }, better, worse, miss) {
  const href = compared(text, better, worse);
  const placed = (mode) => `${modeName(mode)} ${rank[mode] ? `#${rank[mode]}` : 'not listed'}`;
  return el('li', { 'data-query': query },
    el('a', { href, 'data-go': href }, text),
    el('span', { class: 'muted' }, `${placed(better)}, ${placed(worse)} (${number(Math.abs(by), 2)})`),
    miss && el('span', { class: 'why muted', title: miss.detail }, `${modeName(worse)}: ${miss.reason}`));
}

const compared = (q, ...modes) => address({ q, mode: 'compare', modes: [...modes].sort() });

/** Draws the bars with uPlot, again after each change of size. */
async function drawBars(at, hint, asked, one, other) {
  const [{ default: UPlot }] = await Promise.all([import('../../lib/uplot/uPlot.esm.js'), libraries.style('lib/uplot/uPlot.min.css')]);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const said = hint.textContent;
  let chart = null;
  const under = () => asked[chart.cursor.idx];
  const draw = () => {
    chart?.destroy();
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
    chart = new UPlot({
      width: Math.max(200, at.clientWidth), height: HEIGHT, legend: { show: false },
      cursor: { y: false, drag: { x: false }, points: { show: false } },
      scales: { x: { time: false }, y: { range: [-1, 1] } },
      axes: [{ ...axis, size: 4, values: () => [], grid: { show: false } }, axis],
      series: [{}, { stroke: colour('--accent'), fill: colour('--accent'), paths: UPlot.paths.bars({ size: [1, Infinity] }), points: { show: false } }],
      hooks: { setCursor: [() => { hint.textContent = under() ? `${under().text} (${number(under().by, 2)})` : said; }] },
    }, [asked.map((_, i) => i + 1), asked.map(({ by }) => by)], at);
    chart.over.addEventListener('click', () => {
      const query = under();
      if (query) followLink(compared(query.text, one, other));
    });
  };
  const observer = new ResizeObserver(() => (at.isConnected ? draw() : observer.disconnect()));
  observer.observe(at);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => at.isConnected && draw());
}
