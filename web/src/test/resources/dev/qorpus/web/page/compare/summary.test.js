import { sumUp } from '/page/compare/summary.js';
import { equal, test } from '/test/testing.js';

const hits = (...ids) => ({ hits: ids.map((id) => ({ id })) });

test('what the second list adds is counted', () => {
  equal(sumUp({ modes: ['lexical', 'dense', 'hybrid'], results: { lexical: hits('a', 'b'), dense: hits('a', 'c'), hybrid: hits('a') } }),
    'Meaning found 1\u00a0entry that words missed; all 3 agree on the first.');
});

test('lists of the same entries say so, also in another order', () => {
  equal(sumUp({ modes: ['lexical', 'bge'], results: { lexical: hits('a', 'b'), bge: hits('b', 'a') } }),
    'bge found what words found; they differ on the first.');
});
