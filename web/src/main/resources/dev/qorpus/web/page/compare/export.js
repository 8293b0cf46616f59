/** A comparison in one file: there is no server, so entries are named and not opened. */
import { el } from '../shared/dom/elements.js';
import { drawCompare } from './compare-view.js';

const comparison = JSON.parse(document.getElementById('data').textContent);
document.getElementById('asked').textContent = comparison.query;
drawCompare(comparison, {
  link: (id, ...shown) => el('span', { title: id, tabindex: '0' }, shown),
  more: () => [],
});
