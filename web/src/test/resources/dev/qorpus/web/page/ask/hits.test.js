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
  drawHits(list, { query: 'x', hits: [hit('متى يفتح المسبح؟', '7'), hit('When does the pool open?', '8')] });
  equal([...list.querySelectorAll('h3')].map((title) => getComputedStyle(title).direction), ['rtl', 'ltr']);
  list.remove();
});
