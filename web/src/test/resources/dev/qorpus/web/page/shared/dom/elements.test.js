import { bar, el, freshId, unseen } from '/page/shared/dom/elements.js';
import { equal, test } from '/test/testing.js';

test('text is never read as HTML', () => {
  const node = el('p', { title: '"><b>' }, '<img src=x>');
  equal([node.title, node.textContent, node.childElementCount], ['"><b>', '<img src=x>', 0]);
});

test('attributes and children that are not there are left out', () => {
  equal(el('p', { id: null, class: undefined, hidden: false, inert: true }, null, false, undefined, ['a', [el('b')]].flat(), 0).outerHTML,
    '<p inert="">a<b></b>0</p>');
});

test('ids are never used twice', () => equal(freshId('a') === freshId('a'), false));

test('hidden text is for screen readers', () => equal(unseen('x').outerHTML, '<span class="unseen">x</span>'));

test('a bar stays between nothing and all', () => {
  equal([-1, NaN, 0.25, 7].map((share) => bar(share).style.getPropertyValue('--share')), ['0', '0', '0.25', '1']);
});
