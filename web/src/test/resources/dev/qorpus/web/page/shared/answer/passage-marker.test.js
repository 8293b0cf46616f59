import { findPassage, markPassage } from '/page/shared/answer/passage-marker.js';
import { equal, test } from '/test/testing.js';

const passageOf = (answer, text) => ({ text, start: answer.indexOf(text), end: answer.indexOf(text) + text.length });

test('a passage is found without its white space', () => {
  const answer = 'First. Second one. Third.';
  equal(findPassage('First.Secondone.Third.', answer, passageOf(answer, 'Second one.')), [[6, 16]]);
});

test('of equal texts the one nearest to its place is meant', () => {
  const answer = 'same words here. other. same words here.';
  equal(findPassage('samewordshere.other.samewordshere.', answer, { text: 'same words here.', start: 24 }), [[20, 34]]);
});

test('list markers are drawn, not written', () => {
  const answer = '- green tea leaves\n- black tea leaves';
  equal(findPassage('greentealeavesblacktealeaves', answer, { text: answer, start: 0 }), [[0, 28]]);
});

test('a line that is written otherwise is left out alone', () => {
  const answer = 'The first long line.\nsee example.org here\nThe third long line.';
  equal(findPassage('Thefirstlongline.seetheexampleThethirdlongline.', answer, { text: answer, start: 0 }), [[0, 17], [30, 47]]);
});

test('what is nowhere is not marked', () => equal(findPassage('nothingalike', 'other text that is long', { text: 'other text that is long', start: 0 }), []));

test('a passage is marked across elements', () => {
  const root = document.createElement('div');
  root.innerHTML = '<p>Before. <b>Green</b> tea is drunk.</p>';
  const answer = 'Before. Green tea is drunk.';
  markPassage(root, answer, passageOf(answer, 'Green tea is drunk.'));
  equal(root.innerHTML, '<p>Before. <b><mark class="passage">Green</mark></b> <mark class="passage">tea is drunk.</mark></p>');
});
