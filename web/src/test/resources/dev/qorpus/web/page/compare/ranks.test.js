import { comparisonRows, rankChange, ranksOf } from '/page/compare/ranks.js';
import { equal, test } from '/test/testing.js';

test('each entry has its rank in each mode that lists it', () => {
  const results = { lexical: { hits: [{ id: 'a', rank: 1 }, { id: 'b', rank: 2 }] }, dense: { hits: [{ id: 'b', rank: 1 }] }, more: { hits: [] } };
  equal(ranksOf({ modes: ['lexical', 'dense', 'more'], results }),
    new Map([['a', new Map([['lexical', 1]])], ['b', new Map([['lexical', 2], ['dense', 1]])]]));
});

test('up, down and unmoved have signs', () => equal([3, -2, 0].map(rankChange), ['▲3', '▼2', '=']));

test('a table has a column for each mode, empty where it does not list the entry', () => {
  equal(comparisonRows({ modes: ['lexical', 'dense'], moves: [{ id: 'a', question: 'What?', ranks: { dense: 3 }, reason: 'why' }] }),
    [['id', 'question', 'lexical', 'dense', 'reason'], ['a', 'What?', '', 3, 'why']]);
});
