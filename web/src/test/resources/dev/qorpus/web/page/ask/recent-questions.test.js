import { drawRecent, remember } from '/page/ask/recent-questions.js';
import { equal, test } from '/test/testing.js';

const questions = () => [...drawRecent('hybrid')?.querySelectorAll('.again') ?? []].map((button) => button.textContent);
const from = (kept) => localStorage.setItem('qorpus.recent', kept);

test('where nothing is kept there is no list', () => {
  localStorage.clear();
  equal(drawRecent('hybrid'), null);
});

test('the last question stands first, each once, and six are shown', () => {
  localStorage.clear();
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'].forEach(remember);
  equal(questions(), ['a', 'g', 'f', 'e', 'd', 'c']);
});

test('twelve are kept', () => {
  localStorage.clear();
  for (let i = 0; i < 20; i++) remember(`q${i}`);
  equal(JSON.parse(localStorage.getItem('qorpus.recent')).length, 12);
});

test('nothing and pasted texts are not kept', () => {
  localStorage.clear();
  ['', 'x'.repeat(201)].forEach(remember);
  equal(drawRecent('hybrid'), null);
});

test('what another program kept there does no harm', () => {
  for (const kept of ['{', '{}', '"a"', 'null', '[1, null, "", "   ", {"a": 1}]']) {
    from(kept);
    equal(drawRecent('hybrid'), null);
  }
  from('[1, "a"]');
  equal(questions(), ['a']);
});

test('one is forgotten, or all', () => {
  localStorage.clear();
  ['a', 'b'].forEach(remember);
  const field = Object.assign(document.createElement('input'), { id: 'q' });
  document.body.append(field, drawRecent('dense'));
  document.querySelector('[data-forget="b"]').click();
  equal(questions(), ['a']);
  document.querySelector('[data-forget-all]').click();
  equal([drawRecent('dense'), document.querySelector('.recent'), document.activeElement === field], [null, null, true]);
  field.remove();
});
