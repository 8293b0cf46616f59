import { answerKind } from '/page/shared/text/answer-kind.js';
import { modeName } from '/page/shared/text/mode-names.js';
import { equal, test } from '/test/testing.js';

test('hits that answer are an answer, also where the server does not judge', () => {
  equal(answerKind({ hits: [{ answered: true }], answered: true, confident: true }), 'answer');
  equal(answerKind({ hits: [] }), 'answer');
});

test('an unanswered entry that surely is the question is the question', () => {
  equal(answerKind({ hits: [{ answered: false }], answered: false, confident: true }), 'question');
});

test('all else that does not answer is only near', () => {
  equal(answerKind({ hits: [{ answered: false }], answered: false, confident: false }), 'near');
  equal(answerKind({ hits: [{ answered: true }], answered: false, confident: true }), 'near');
  equal(answerKind({ hits: [], answered: false, confident: true }), 'near');
});

test('the three modes have names, any other is called as it is', () => {
  equal(['lexical', 'dense', 'hybrid', 'tf-idf', 'bge'].map(modeName), ['Lexical', 'Dense', 'Hybrid', 'tf-idf', 'bge']);
});
