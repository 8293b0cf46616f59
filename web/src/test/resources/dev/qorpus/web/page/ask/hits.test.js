import { drawHits } from '/page/ask/hits.js';
import { el } from '/page/shared/dom/elements.js';
import { equal, test } from '/test/testing.js';

const hit = (question, number) => ({
  id: 'a.md#a', number, question, answer: 'x', title: 'a', section: [], file: 'a.md', line: 1, answered: false,
  questionHighlights: [], highlights: [],
});

test('a question is written in the direction of its own script, whatever stands before it', () => {
  const list = el('ol');
  document.body.append(list);
  drawHits(list, { query: 'x', hits: [hit('متى يفتح المسبح؟', '7'), hit('When does the pool open?', '8')] }, { q: 'x' });
  equal([...list.querySelectorAll('h3')].map((title) => getComputedStyle(title).direction), ['rtl', 'ltr']);
  list.remove();
});

test('a place by words is shown where a word is shared', () => {
  const list = el('ol');
  document.body.append(list);
  const scored = (lexical) => ({ ...hit('What is a pool?', '1'), score: 0.5, lexical, dense: { rank: 1, score: 0.4 } });
  drawHits(list, { query: 'x', hits: [scored({ rank: 1, score: 2.5 }), scored({ rank: 7, score: 0 })] }, { q: 'x' });
  equal([...list.querySelectorAll('.ranks')].map((ranks) => ranks.textContent), ['words #1 · meaning #1', 'meaning #1']);
  list.remove();
});

test('the question is a link that opens its entry, and has its words as its name', () => {
  const list = el('ol');
  document.body.append(list);
  const passage = { text: 'x', start: 3, end: 4 };
  drawHits(list, { query: 'x', hits: [{ ...hit('What is a pool?', '1'), passage }] }, { q: 'x', mode: 'dense' });
  const link = list.querySelector('h3 a');
  equal([link.textContent, new URL(link.href).search], ['What is a pool?', '?q=x&entry=a.md%23a&passage=3-4&mode=dense']);
  list.remove();
});
