/** Two modes by question: a bar for each question, and lists of the questions where each mode is better. */
import { el } from '../shared/dom/elements.js';
import { number, plural } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';
import { drawBars } from './charts.js';
import { differences, summary } from './differences.js';

/** How many questions are listed at once. */
const SHOWN = 8;

/** Fills `at`. `links` makes links of questions. */
export function drawModeDiff(at, { perQuery, misses, significance }, one, other, links) {
  const asked = differences(perQuery, one, other);
  const [gains, losses] = [asked.filter(({ by }) => by > 0), asked.filter(({ by }) => by < 0).reverse()];
  at.replaceChildren(...[
    el('p', {}, summary(significance, one, other, asked)),
    ...(one === other ? [] : chart(asked, one, other, links)),
    el('div', { class: 'sides' }, side(gains, 'gain', one, other, misses, links), side(losses, 'loss', other, one, misses, links)),
  ]);
}

function chart(asked, one, other, links) {
  const said = `Each bar is a question${links.follow ? '; click one to see its lists.' : '.'}`;
  const hint = el('p', { class: 'hint muted', 'aria-hidden': 'true' }, said);
  const tell = (i) => {
    const query = asked[i];
    hint.textContent = query ? `${query.text} (${placed(query, one)}, ${placed(query, other)}: ${signed(query.by)})` : said;
  };
  const bars = drawBars(asked.map(({ by }) => by),
    `Differences in nDCG@10 between ${modeName(one)} and ${modeName(other)}, a bar for each question; the lists below have the same`,
    tell, links.follow && ((i) => links.follow(asked[i].text, one, other)));
  return [bars, hint];
}

const placed = ({ rank }, mode) => `${modeName(mode)} ${rank[mode] ? `#${rank[mode]}` : 'not listed'}`;
const signed = (by) => `${by < 0 ? '−' : '+'}${number(Math.abs(by), 2)}`;

function side(asked, kind, better, worse, misses, links) {
  const reasons = new Map((misses[worse] ?? []).map((miss) => [miss.query, miss]));
  const list = el('ol', {});
  const fill = (most) => list.replaceChildren(...asked.slice(0, most).map((query) =>
    item(query, better, worse, reasons.get(query.query), links)));
  fill(SHOWN);
  const more = asked.length > SHOWN && el('button', { type: 'button', class: 'link-like' }, `Show all ${asked.length}`);
  if (more) {
    more.addEventListener('click', () => {
      fill(asked.length);
      list.children[SHOWN].querySelector('a, span')?.focus();
      more.remove();
    });
  }
  return el('section', { 'data-better': better, 'aria-label': `Better with ${modeName(better)}` },
    el('h4', {}, el('span', { class: `key ${kind}`, 'aria-hidden': 'true' }),
      `${modeName(better)} does better on ${plural(asked.length, 'question', 'questions')}`), list, more);
}

function item(query, better, worse, miss, links) {
  return el('li', { 'data-query': query.query }, links.question(query.text, better, worse),
    el('span', { class: 'muted' }, `${placed(query, better)}, ${placed(query, worse)} (${number(Math.abs(query.by), 2)})`),
    miss && el('span', { class: 'why muted' }, `${modeName(worse)}: ${miss.reason}`));
}
