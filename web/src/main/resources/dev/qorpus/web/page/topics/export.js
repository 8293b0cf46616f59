/** The topics as one HTML file. Without a server, entries are shown without links. */
import { el } from '../shared/dom/elements.js';
import { createTopicsView } from './topics-view.js';

const { topics, map } = JSON.parse(document.getElementById('data').textContent);
const topicsView = createTopicsView({ topics, map }, {
  link: (id, question) => el('span', { title: id }, question),
  open: () => {},
});
document.querySelector('main').append(topicsView.root);
