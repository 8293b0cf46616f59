/** The report of an evaluation in one file. Without a server, questions and entries are shown without links. */
import { el } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';
import { drawReport } from './report.js';

const data = JSON.parse(document.getElementById('data').textContent);
const links = { question: (text) => el('span', { class: 'question', tabindex: '-1' }, text), entry: (id) => id };
document.querySelector('main').append(el('div', { class: 'evaluation' },
  el('h2', {}, `Evaluation of ${data.collection}`),
  el('p', { class: 'muted' },
    `${plural(data.queries, 'question', 'questions')} that something answers, ${data.unanswerable} that nothing does.`),
  ...drawReport(data, links)));
