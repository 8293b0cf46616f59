import { bestFigures, differences, evaluationRows, summary } from '/page/evaluation/differences.js';
import { equal, test } from '/test/testing.js';

const asked = (query, lexical, dense) =>
  ({ query, text: `${query}?`, rank: { lexical: 1, dense: 0 }, 'ndcg@10': { lexical, dense } });
const perQuery = [asked('a', 0.5, 0.5), asked('b', 1, 0), asked('c', 0, 0.25)];
const significance = [{ mode: 'dense', other: 'lexical', difference: -0.25, p: 0.0312 }];

test('the greatest gain stands first', () => {
  equal(differences(perQuery, 'lexical', 'dense').map(({ query, by }) => [query, by]), [['b', 1], ['a', 0], ['c', -0.25]]);
});

test('a difference is told from the side that is asked for', () => {
  equal(summary(significance, 'lexical', 'dense', differences(perQuery, 'lexical', 'dense')),
    'Lexical is better on 1, worse on 1 and as good on 1: +0.250 nDCG@10, hardly by chance (p = 0.0312).');
  equal(summary(significance, 'dense', 'lexical', differences(perQuery, 'dense', 'lexical')),
    'Dense is better on 1, worse on 1 and as good on 1: −0.250 nDCG@10, hardly by chance (p = 0.0312).');
});

test('from five percent on it may be chance', () => {
  const pair = { mode: 'lexical', other: 'dense', difference: 0.1, p: 0.05 };
  equal(summary([pair], 'lexical', 'dense', []).endsWith('+0.100 nDCG@10, which may be chance (p = 0.05).'), true);
});

test('a mode is not compared with itself', () => equal(summary(significance, 'dense', 'dense', []), 'Choose two different modes.'));

test('a table has rank and nDCG of each mode', () => {
  equal(evaluationRows({ perQuery: [perQuery[1]] }, ['lexical', 'dense']),
    [['query', 'text', 'lexical rank', 'lexical ndcg@10', 'dense rank', 'dense ndcg@10'], ['b', 'b?', 1, 1, 0, 0]]);
});

test('the best figure is found for each measure by itself', () => {
  equal(bestFigures({ lexical: { x: 1, y: 0 }, dense: { x: 0.5, y: 0.5 } }, ['x', 'y']), { x: 1, y: 0.5 });
});
