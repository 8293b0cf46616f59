/**
 * Completes an answer that the server rendered: formulas, code, wide tables, tasks, callouts and images. Anything else stays as
 * written.
 */
import { address } from '../address.js';
import { drawCallout } from './callouts.js';
import { drawCode } from './code-blocks.js';
import { el } from '../dom/elements.js';
import { drawMath } from './formulas.js';

/** The levels below the titles of an entry's page and of a hit. */
const ENTRY_LEVEL = 3;
const HIT_LEVEL = 4;

/** Resolves when all is drawn. Libraries are loaded only if needed. */
export async function finishAnswer(root) {
  root.querySelectorAll('details:has(.passage)').forEach((section) => { section.open = true; });
  levelHeadings(root);
  root.querySelectorAll('table').forEach(widen);
  root.querySelectorAll('li').forEach(drawTask);
  root.querySelectorAll('blockquote').forEach(drawCallout);
  root.querySelectorAll('img').forEach(watchImage);
  root.querySelectorAll('a[href^="#"]').forEach(leadToEntry);
  await Promise.all([drawMath(root), drawCode(root)]);
  for (const wide of root.querySelectorAll('pre, .wide, .formula')) {
    // Elements that scroll sideways must be reachable by keyboard.
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
}

/** Reads a task: whether it is done, and its text; null if it is not a task. */
export function readTask(item) {
  const [box, mark] = /^\s*\[([ xX])\]\s/.exec(item) ?? [];
  return box === undefined ? null : { done: mark !== ' ', text: item.slice(box.length) };
}

/** Puts the headings of an answer below that of its entry, whatever levels its author chose. */
function levelHeadings(root) {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const first = root.closest('.entry') ? ENTRY_LEVEL : HIT_LEVEL;
  const levels = [];
  for (const heading of headings) {
    const written = Number(heading.localName[1]);
    while (levels.length > 0 && levels.at(-1) >= written) levels.pop();
    levels.push(written);
    heading.setAttribute('aria-level', first + levels.length - 1);
  }
}

function widen(table) {
  const wide = el('div', { class: 'wide' });
  table.replaceWith(wide);
  wide.append(table);
}

/** Draws `[ ]` and `[x]` at the start of a list item. */
function drawTask(item) {
  let first = item.firstChild;
  if (first?.nodeType === Node.TEXT_NODE && !first.data.trim()) first = first.nextSibling;
  while (first?.localName === 'p' || first?.localName === 'mark') first = first.firstChild;
  const task = first?.nodeType === Node.TEXT_NODE && readTask(first.data);
  if (!task) return;
  const { done, text } = task;
  first.data = text;
  first.before(el('span', { class: done ? 'task done' : 'task' }, el('span', { class: 'unseen' }, done ? 'done: ' : 'to do: ')));
  item.classList.add('with-task');
}

/** The server writes links to entries as `#` and the escaped id. */
function leadToEntry(link) {
  const href = address({ entry: decodeURIComponent(link.getAttribute('href').slice(1)) });
  link.setAttribute('href', href);
  link.dataset.go = href;
}

function watchImage(image) {
  const missing = () => image.replaceWith(el('span', { class: 'missing' },
    image.alt || 'An image', ' (the corpus has no such image)'));
  if (image.complete && image.naturalWidth === 0 && image.loading !== 'lazy') missing();
  else image.addEventListener('error', missing);
}
