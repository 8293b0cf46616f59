/** The topics view: loads the topics once, and highlights the hits of a question. */
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { followLink } from '../shared/dom/follow-link.js';
import * as api from '../shared/server/api.js';
import { answerKind } from '../shared/text/answer-kind.js';
import { drawSkeleton } from './topics-skeleton.js';

/** Where the map has been seen before, it needs no skeleton if it comes within this time. */
const AT_ONCE_MS = 150;

let topicsView = null;
/** Identifies the data of the view: the same topics, found in the same time, belong to the same state of the index. */
let made = '';
let library = null;

/**
 * Resolves to a function that draws the topics, or a skeleton until they are laid out. The map keeps its zoom while a
 * question is typed.
 */
export async function open(state, signal) {
  const found = state.q ? api.searchForMap(state, signal) : null;
  const making = topicsView?.root.isConnected ? Promise.resolve() : make(signal);
  const all = Promise.all([making, found]);
  // Handled where it is awaited, which may be later.
  all.catch(() => {});
  const late = new Promise((resolve) => { setTimeout(resolve, topicsView ? AT_ONCE_MS : 0, false); });
  const isReady = await Promise.race([all.then(() => true), late]);
  return (section) => {
    document.title = state.q ? `${state.q} – Topics – Qorpus` : 'Topics – Qorpus';
    section.setAttribute('aria-label', 'Topics');
    if (isReady) all.then(([, answer]) => show(section, answer));
    else wait(section, all, signal);
  };
}

function show(section, answer) {
  const hadFocus = section.contains(document.activeElement);
  if (!topicsView.root.isConnected) section.replaceChildren(topicsView.root);
  if (hadFocus && !section.contains(document.activeElement)) section.querySelector('h2').focus({ preventScroll: true });
  topicsView.light(answer, answer && says(answer));
}

async function wait(section, all, signal) {
  const skeleton = drawSkeleton();
  if (!topicsView?.root.isConnected) section.replaceChildren(skeleton.root);
  api.status(signal).then(({ counts }) => skeleton.count(counts.entries), () => {});
  try {
    const [, answer] = await all;
    if (!signal.aborted) show(section, answer);
  } catch (error) {
    if (signal.aborted) return;
    skeleton.fail(error.message);
    section.replaceChildren(skeleton.root);
    if (!(error instanceof api.Problem)) console.error(error);
  }
}

/** Redrawn only if the data changed, so that the map keeps its state. */
async function make(signal) {
  library ??= Promise.all([import('./topics-view.js'), import('../../lib/d3/d3.min.js')]);
  library.catch(() => { library = null; });
  const topics = await api.topics(signal);
  if (JSON.stringify(topics) === made) return;
  const [map, [{ createTopicsView }]] = await Promise.all([api.map(signal), library]);
  topicsView = createTopicsView({ topics, map }, { link, excerpt, open: (id) => followLink(address({ entry: id })) });
  made = JSON.stringify(topics);
}

const excerpt = async (id) => (await api.entry(id)).answer || 'No answer yet.';

function says(answer) {
  if (answer.hits.length === 0) return 'No entry matches';
  return answerKind(answer) === 'near' ? 'Probably nothing here answers that; the nearest are lit' : `Lit for “${answer.query}”`;
}

function link(id, question) {
  const href = address({ entry: id });
  return el('a', { href, 'data-go': href, dir: 'auto' }, question);
}
