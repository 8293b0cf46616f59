import { drawButtons, press } from '/page/judge/buttons.js';
import { chosen, gradeOfKey, keep, NONE, said, undoing } from '/page/judge/grades.js';
import { equal, test } from '/test/testing.js';

test('the keys 1 to 3 are grades, and no other key is', () => {
  equal(['1', '2', '3', '0', '4', '12', 'u', ' ', 'Enter'].map(gradeOfKey),
    ['answers', 'partly', 'no', undefined, undefined, undefined, undefined, undefined, undefined]);
});

test('a grade that is chosen again is taken back', () => {
  equal(chosen(NONE, 'answers'), 'answers');
  equal(chosen('no', 'answers'), 'answers');
  equal(chosen('answers', 'answers'), NONE);
  equal(said(NONE), 'The judgment is taken back.');
});

test('undoing names the grade that is undone, so that a later one stays', () => {
  equal(undoing({ q: 'a', id: 'b', grade: 'no', before: 'partly' }), { q: 'a', id: 'b', grade: 'partly', was: 'no' });
});

test('the last hundred judgments can be undone', () => {
  const done = [];
  for (let i = 0; i < 130; i++) keep(done, { id: i });
  equal([done.length, done[0].id, done.at(-1).id], [100, 30, 129]);
});

test('a button is named by its grade and the question of its hit', () => {
  const group = drawButtons({ id: 'a.md#<b>', question: 'What is <b>tea</b>?' }, true);
  press(group, 'partly');
  equal(group.dataset.judged, 'a.md#<b>');
  equal([...group.children].map((button) => [button.getAttribute('aria-label'), button.getAttribute('aria-pressed')]), [
    ['Answers it: What is <b>tea</b>?', 'false'], ['Partly: What is <b>tea</b>?', 'true'], ['No: What is <b>tea</b>?', 'false']]);
});
