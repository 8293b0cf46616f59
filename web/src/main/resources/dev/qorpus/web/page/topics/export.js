/** The page of topics in one file: there is no server, so entries are named and not opened. */
import { el } from '../shared/dom/elements.js';
import { createTopicsView } from './topics-view.js';

const { topics, map } = JSON.parse(document.getElementById('data').textContent);
const topicsView = createTopicsView({ topics, map }, {
  link: (id, question) => el('span', { title: id }, question),
  open: () => {},
});
document.querySelector('main').append(topicsView.root);
