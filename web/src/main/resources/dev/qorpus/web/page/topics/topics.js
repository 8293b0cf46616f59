/** The topics view: loads the topics once, and highlights the hits of a question. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { followLink } from '../shared/dom/follow-link.js';
import * as api from '../shared/server/api.js';
import { answerKind } from '../shared/text/answer-kind.js';
import { createTopicsView } from './topics-view.js';

let topicsView = null;
/** Identifies the data of the view: the same topics, found in the same time, belong to the same state of the index. */
let made = '';
let library = null;

/** Loads the topics. Resolves to a function that draws them. The map keeps its zoom while a question is typed. */
export async function open(state, signal) {
  library ??= import('../../lib/d3/d3.min.js');
  const found = state.q ? api.searchForMap(state, signal) : null;
  if (!topicsView?.root.isConnected) await make(signal);
  const answer = await found;
  return (section) => {
    document.title = state.q ? `${state.q} – Topics – Qorpus` : 'Topics – Qorpus';
    section.setAttribute('aria-label', 'Topics');
    if (!topicsView.root.isConnected) section.replaceChildren(topicsView.root);
    topicsView.light(answer, answer && says(answer));
  };
}

/** Redrawn only if the data changed, so that the map keeps its state. */
async function make(signal) {
  const [topics] = await Promise.all([api.topics(signal), library]);
  if (JSON.stringify(topics) === made) return;
  const map = await api.map(signal);
  topicsView = createTopicsView({ topics, map }, { link, open: (id) => followLink(address({ entry: id })) });
  made = JSON.stringify(topics);
}

function says(answer) {
  if (answer.hits.length === 0) return 'No entry matches';
  return answerKind(answer) === 'near' ? 'Probably nothing here answers that; the nearest are lit' : `Lit for “${answer.query}”`;
}

function link(id, question) {
  const href = address({ entry: id });
  return el('a', { href, 'data-go': href, dir: 'auto' }, question);
}
