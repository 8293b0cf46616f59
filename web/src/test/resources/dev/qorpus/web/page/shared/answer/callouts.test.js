import { drawCallout, readCallout } from '/page/shared/answer/callouts.js';
import { equal, test } from '/test/testing.js';

const drawn = (html) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  drawCallout(holder.firstElementChild);
  return [...holder.firstElementChild.children].map((node) => `${node.className}|${node.innerHTML.trim()}`);
};

test('the mark of a callout is read', () => {
  equal(readCallout('[!NOTE] Mind this'), { kind: 'note', length: 8 });
  equal(readCallout('[!faq]- Why?'), { kind: 'faq', length: 8 });
  equal(readCallout('[note] Mind this'), null);
});

test('a callout has the title behind its mark, with its markup', () => {
  equal(drawn('<blockquote><p>[!tip] Use <code>-x</code>\nIt is faster.</p></blockquote>'),
    ['callout-title|Use <code>-x</code>', '|It is faster.']);
});

test('without a title it has the name of its kind', () => {
  equal(drawn('<blockquote><p>[!WARNING]<br>\nHot.</p></blockquote>'), ['callout-title|Warning', '|Hot.']);
  equal(drawn('<blockquote><p>[!note]</p><p>Text.</p></blockquote>'), ['callout-title|Note', '|Text.']);
});

test('another quotation stays as it is', () => {
  equal(drawn('<blockquote><p>To be, [!or] not.</p></blockquote>'), ['|To be, [!or] not.']);
});
