import { finishAnswer, readTask } from '/page/shared/answer/finish-answer.js';
import { equal, test } from '/test/testing.js';

test('a box and a space begin a task', () => {
  equal(readTask('[ ] brew'), { done: false, text: 'brew' });
  equal(readTask(' [x] drink'), { done: true, text: 'drink' });
  equal(readTask('[X]\ndrink'), { done: true, text: 'drink' });
});

test('any other bracket is text', () => {
  equal(['[x]drink', '[y] z', 'a [x] b', '[] c', ''].map(readTask), [null, null, null, null, null]);
});

test('tables can be scrolled, tasks have boxes, links lead to entries', async () => {
  const root = document.createElement('div');
  root.innerHTML = '<table></table><ul><li>[x] drink</li></ul><a href="#a.md%23b">b</a>';
  await finishAnswer(root);
  equal(root.querySelector('table').parentElement.className, 'wide');
  equal(root.querySelector('li').outerHTML,
    '<li class="with-task"><span class="task done"><span class="unseen">done: </span></span>drink</li>');
  equal(root.querySelector('a').dataset.go, `${location.pathname}?entry=a.md%23b`);
});

test('a task is one also where it is marked', async () => {
  const root = document.createElement('div');
  root.innerHTML = '<ul><li><mark class="passage">[ ] <mark>brew</mark></mark></li></ul>';
  await finishAnswer(root);
  equal(root.querySelector('.task .unseen').textContent, 'to do: ');
  equal(root.querySelector('.with-task mark').textContent, 'to do: brew');
});

test('headings of an answer begin below its title and skip no level', async () => {
  const answer = document.createElement('div');
  answer.innerHTML = '<h6>a</h6><h2>b</h2><h3>c</h3><h6>d</h6><h2>e</h2>';
  await finishAnswer(answer);
  equal([...answer.children].map((heading) => heading.getAttribute('aria-level')), ['4', '4', '5', '6', '4']);
});
