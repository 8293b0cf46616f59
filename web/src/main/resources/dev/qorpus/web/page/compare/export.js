/** A comparison as one HTML file. Without a server, entries are shown without links. */
import { el } from '../shared/dom/elements.js';
import { drawCompare } from './compare-view.js';

const comparison = JSON.parse(document.getElementById('data').textContent);
document.getElementById('asked').textContent = comparison.query;
drawCompare(comparison, {
  link: (id, ...shown) => el('span', { title: id, tabindex: '0' }, shown),
  more: () => [],
});
