import { nearHits, reasonFor } from '/page/entry/related.js';
import { equal, test } from '/test/testing.js';

const near = (...cosines) => cosines.map((score, i) => ({ id: i, dense: { score } }));
const hit = (terms, question = '', questionHighlights = []) =>
  ({ question, questionHighlights, answer: '', dense: { score: 0.456 }, explanation: { terms } });

test('the nearest is shown however far it is, others only if they are near', () => {
  equal(nearHits(near(0.1, 0.3, 0.24, 0.25)).map(({ id }) => id), [0, 1, 3]);
});

test('six are enough', () => equal(nearHits(near(...Array(9).fill(0.9))).length, 6));

test('the three words that count most are named', () => {
  equal(reasonFor(hit([{ term: 'a1', score: 1 }, { term: 'b2', score: 4 }, { term: 'c3', score: 3 }, { term: 'd4', score: 2 }], 'a1 b2 c3 d4?')),
    'shares “b2”, “c3”, “d4” · similarity 0.46');
});

test('words that every question has are no reason', () => {
  equal(reasonFor(hit([{ term: 'what', score: 9 }, { term: 'how', score: 8 }])), 'other words · similarity 0.46');
});

test('a stem is shown as the entry writes it, once', () => {
  equal(reasonFor(hit([{ term: 'queri', score: 2 }, { term: 'query', score: 1 }], 'Query?', [{ start: 0, end: 5 }])),
    'shares “query” · similarity 0.46');
});

test('a stem that no word begins with is not shown', () => {
  equal(reasonFor(hit([{ term: 'imagzz', score: 2 }, { term: 'pool', score: 1 }], 'An image of pools?')),
    'shares “pools” · similarity 0.46');
});

test('without an explanation the words are others', () => {
  equal(reasonFor({ question: '', answer: '', dense: { score: 1 } }), 'other words · similarity 1.00');
});
