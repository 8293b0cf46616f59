import { matchedWords, readableTerm } from '/page/shared/answer/matched-words.js';
import { equal, test } from '/test/testing.js';

test('matched words are read from question and answer, in lower case', () => {
  equal(matchedWords({ question: 'What is Tea?', questionHighlights: [{ start: 8, end: 11 }],
    answer: 'Leaves in water.', highlights: [{ start: 0, end: 6 }, { start: 10, end: 15 }] }), new Set(['tea', 'leaves', 'water']));
});

test('nothing highlighted is no words', () => equal(matchedWords({ question: 'a', answer: 'b' }), new Set()));

test('a stem is shown as the shortest word that begins with it', () => {
  equal(readableTerm('embed', new Set(['embeddings', 'embedding', 'bed'])), 'embedding');
});

test('a stem that lost more than an ending is found by one letter less', () => {
  equal(readableTerm('queri', new Set(['query'])), 'query');
});

test('a term that stands in no word stays', () => equal(readableTerm('xyz', new Set(['tea'])), 'xyz'));
