/** One entry: its answer, its place in the file, and related entries. */
import { reach } from '../ask/reveal-passage.js';
import { address } from '../shared/address.js';
import { finishAnswer } from '../shared/answer/finish-answer.js';
import { copyButton } from '../shared/dom/clipboard.js';
import { el } from '../shared/dom/elements.js';
import { keptHits } from '../shared/kept-list.js';
import * as api from '../shared/server/api.js';
import { sourceLink } from '../shared/source-link.js';
import { plural } from '../shared/text/format.js';
import { nearHits, reasonFor } from './related.js';

const CHECK_AGAIN_MS = 1500;
const CHECKS = 8;
const DUPLICATE_RULES = ['duplicate-question', 'near-duplicate-question', 'ambiguous-question'];

const NOT_FOUND = 404;

/** Asks for the entry, with the passage marked that answers the question. Resolves to a function that draws it. */
export async function open(state, signal) {
  try {
    const entry = await (state.q ? api.answer({ id: state.entry, passage: passageOf(state) }, state.q, signal)
      : api.entry(state.entry, signal));
    return (section) => draw(section, entry, state, signal);
  } catch (error) {
    if (error.status !== NOT_FOUND) throw error;
    return (section) => drawMissing(section, state);
  }
}

function passageOf({ passage }) {
  const [start, end] = passage.split('-');
  return passage && { start, end };
}

function drawMissing(section, state) {
  document.title = 'No such entry – Qorpus';
  section.setAttribute('aria-label', 'No such entry');
  section.replaceChildren(el('div', { class: 'entry' }, el('article', {},
    backLink(state),
    el('h2', { tabindex: '-1' }, 'There is no such entry'),
    el('p', {}, 'The notes have none with the id ', el('code', {}, state.entry),
      '. It may have been renamed or removed, or its notes are not indexed yet.'),
    el('p', { class: 'back' }, el('a', { href: address({}), 'data-go': address({}) }, 'Ask a question')))));
}

/** Leads back to the list of the question. */
function backLink(state) {
  if (!state.q) return null;
  const list = { ...state, entry: '', passage: '' };
  const hits = keptHits(list);
  const to = state.mode === 'compare' ? 'the lists' : hits > 0 ? plural(hits, 'result', 'results') : 'the results';
  return el('p', { class: 'back' }, el('a', { href: address(list), 'data-go': address(list), 'data-back': '' }, `Back to ${to}`));
}

function draw(section, entry, state, signal) {
  const link = linkIn(state);
  document.title = `${entry.question} – Qorpus`;
  section.setAttribute('aria-label', 'Entry');
  const answer = el('div', { class: 'answer', dir: 'auto' });
  const duplicates = el('div', { class: 'duplicates' });
  const related = el('div', { class: 'related-entries' });
  section.replaceChildren(el('div', { class: 'entry', 'data-id': entry.id },
    el('article', {},
      backLink(state),
      el('p', { class: 'crumbs' }, [entry.file, ...entry.section].flatMap((part, i) => [i > 0 && ' › ', el('span', {}, part)])),
      el('h2', { tabindex: '-1', dir: 'auto' }, entry.number && el('span', { class: 'number', dir: 'ltr' }, `Q${entry.number} `), entry.question),
      labels(entry),
      entry.answered ? answer : el('p', { class: 'badge' }, 'No answer written yet'),
      tools(entry),
      duplicates,
      adjacent(entry, link),
      related),
    siblings(entry, link)));
  // The server has sanitised this field.
  answer.innerHTML = entry.answerHtml;
  finishAnswer(answer).then(() => requestAnimationFrame(() => reach(answer.querySelector('.passage'))));
  fillRelated(related, entry, link, signal);
  fillDuplicates(duplicates, entry, signal);
}

function labels({ labels: all }) {
  const known = Object.entries(all).filter(([, values]) => values.some((value) => value));
  return known.length > 0 && el('dl', { class: 'labels' }, known.map(([name, values]) =>
    el('div', {}, el('dt', {}, name), el('dd', {}, values.join(', ')))));
}

function tools(entry) {
  const place = `${entry.file}:${entry.line}`;
  const markdown = () => `## ${entry.question}\n\n${entry.answerMarkdown.trim()}\n`;
  return el('div', { class: 'entry-tools' },
    copyButton(place, () => place, { class: 'copy place', title: 'Copy file and line' }),
    copyButton('Copy as Markdown', markdown, { 'data-copy': 'markdown' }),
    copyButton('Copy link', () => new URL(address({ entry: entry.id }), location.href).href, { 'data-copy': 'link' }));
}

/** Makes links to other entries, which keep the question. */
const linkIn = (state) => ({ id, question, number: written }, attributes = {}) => {
  const href = address({ ...state, entry: id, passage: '' });
  return el('a', { href, 'data-go': href, dir: 'auto', ...attributes }, written && el('span', { class: 'number', dir: 'ltr' }, `Q${written} `), question);
};

function adjacent({ previous, next }, link) {
  if (!previous && !next) return null;
  return el('nav', { class: 'adjacent', 'aria-label': 'Entries before and after' },
    previous && el('p', { class: 'previous' }, el('span', {}, 'Previous'), link(previous, { rel: 'prev' })),
    next && el('p', { class: 'next' }, el('span', {}, 'Next'), link(next, { rel: 'next' })));
}

function siblings({ id, section, siblings: all, inSection, file }, link) {
  if (all.length < 2) return null;
  return el('nav', { class: 'siblings', 'aria-labelledby': 'siblings-title' },
    el('h3', { id: 'siblings-title' }, section.at(-1) ?? file),
    el('ol', {}, all.map((other) => el('li', {},
      other.id === id ? el('span', { 'aria-current': 'true', dir: 'auto' }, other.number && el('span', { class: 'number', dir: 'ltr' }, `Q${other.number} `), other.question)
        : link(other)))),
    inSection > all.length && el('p', { class: 'muted' }, `${all.length} of ${inSection} entries`));
}

async function fillRelated(panel, entry, link, signal) {
  try {
    const { hits } = await api.related(entry.id, true, signal);
    if (hits.length === 0) return;
    panel.append(el('h3', {}, 'Related'),
      el('ul', {}, nearHits(hits).map((hit) => el('li', { 'data-id': hit.id },
        link(hit), el('p', { class: 'reason' }, reasonFor(hit))))));
  } catch (error) {
    if (!signal.aborted) panel.replaceChildren(el('p', { class: 'problem' }, error.message));
  }
}

/** Shows entries with the same question, once the server has compared all entries. */
async function fillDuplicates(panel, entry, signal) {
  for (let i = 0; i < CHECKS && !signal.aborted; i++) {
    let found;
    try {
      found = await api.findings({ entry: entry.id }, signal);
    } catch {
      return;
    }
    const duplicates = found.findings.filter(({ rule }) => DUPLICATE_RULES.includes(rule));
    if (duplicates.length > 0) panel.replaceChildren(...drawDuplicates(entry, duplicates));
    if (found.state !== 'checking') return;
    await new Promise((resolve) => { setTimeout(resolve, CHECK_AGAIN_MS); });
  }
}

function drawDuplicates(entry, findings) {
  return [el('h3', {}, 'Also asked elsewhere'),
    el('ul', {}, findings.map(({ message, file, line, id, related = [] }) => {
      const others = [{ file, line, id }, ...related].filter((other) => other.id && other.id !== entry.id);
      return el('li', {}, message, ' ', others.flatMap((other, i) => [i > 0 && ', ', sourceLink(other)]));
    }))];
}
