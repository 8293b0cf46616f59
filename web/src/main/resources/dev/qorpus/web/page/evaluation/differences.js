/** The results of an evaluation by question, as plain data and sentences. */
import { number } from '../shared/text/format.js';
import { modeName } from '../shared/text/mode-names.js';

/** The questions with `by`, the nDCG@10 of one mode minus that of the other; the greatest gain first. */
export const differences = (perQuery, one, other) =>
  perQuery.map((query) => ({ ...query, by: query['ndcg@10'][one] - query['ndcg@10'][other] })).sort((a, b) => b.by - a.by);

/** The difference of two modes, and whether it is significant. */
export function summary(significance, one, other, asked) {
  const pair = significance.find(({ mode, other: second }) =>
    (mode === one && second === other) || (mode === other && second === one));
  if (!pair) return 'Choose two different modes.';
  const by = pair.mode === one ? pair.difference : -pair.difference;
  const [wins, losses] = [asked.filter((query) => query.by > 0).length, asked.filter((query) => query.by < 0).length];
  return `${modeName(one)} is better on ${wins}, worse on ${losses} and as good on ${asked.length - wins - losses}: `
    + `${by < 0 ? '−' : '+'}${number(Math.abs(by))} nDCG@10, ${chance(pair.p)}.`;
}

const chance = (p) => (p < 0.05 ? `hardly by chance (p = ${number(p, 4)})` : `which may be chance (p = ${number(p, 2)})`);

/** A table of the questions: the rank of the first relevant entry in each mode, and nDCG@10. */
export const evaluationRows = ({ perQuery }, modes) => [['query', 'text', ...modes.flatMap((mode) => [`${mode} rank`, `${mode} ndcg@10`])],
  ...perQuery.map((asked) => [asked.query, asked.text, ...modes.flatMap((mode) => [asked.rank[mode], asked['ndcg@10'][mode]])])];

/** The best figure of each measure. */
export const bestFigures = (modes, measures) => Object.fromEntries(measures.map((name) =>
  [name, Math.max(...Object.values(modes).map((figures) => figures[name]))]));
