import { drawStart } from '/page/ask/start-view.js';
import { el } from '/page/shared/dom/elements.js';
import { equal, test } from '/test/testing.js';

const counts = { entries: 2, files: 1, unanswered: 0 };

test('the notice about models and languages is a line of its own', () => {
  const section = el('section');
  drawStart(section, { counts, notice: 'minilm knows English; 82 % of this corpus is Japanese.' }, 'hybrid');
  equal(section.querySelector('.language-notice').textContent, 'minilm knows English; 82 % of this corpus is Japanese.');
});

test('without a notice there is no line', () => {
  const section = el('section');
  drawStart(section, { counts }, 'hybrid');
  equal(section.querySelector('.language-notice'), null);
});
