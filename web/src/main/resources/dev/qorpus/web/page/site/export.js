/** The page of the site that searches: reads the question from the field or the address, and shows the hits. */
import { el } from '../shared/dom/elements.js';
import { plural } from '../shared/text/format.js';
import { loadMeaning, loadWords } from './data.js';
import { appendHits } from './hits.js';
import { createSearch } from './search.js';

const PAGE = 10;
const ASKABLE = /[\p{L}\p{N}]/u;

const at = (id) => document.getElementById(id);
const [main, field, list, more, start, notice] = [document.querySelector('main'), at('q'), at('hits'), at('more'), at('start'), at('notice')];
const title = document.title;

let entries = [];
let found = null;
let shown = 0;
/** The question that is searched as it is typed. */
let plain = null;

/** Loads the data once; the words are ready before the vectors. */
const prepare = (() => {
  let ready = null;
  return () => {
    const pieces = Number(start.dataset.pieces);
    ready ??= loadWords(pieces > 0).then((data) => {
      entries = data.entries;
      const search = createSearch(data);
      if (pieces > 0) {
        loadMeaning(pieces).then((meaning) => {
          search.understand(meaning);
          if (field.value.trim()) ask();
        }, tell);
      }
      return search;
    });
    ready.catch(() => { ready = null; });
    return ready;
  };
})();

const tell = (error) => notice.replaceChildren(el('p', { class: 'note problem' }, error.message));

async function ask() {
  const text = field.value.trim();
  const asks = ASKABLE.test(text);
  start.hidden = asks;
  at('results').hidden = !asks;
  document.title = asks ? `${text} – ${title}` : title;
  if (!asks) {
    notice.replaceChildren();
    at('count').textContent = at('aside').textContent = '';
    return;
  }
  main.setAttribute('aria-busy', 'true');
  try {
    const search = await prepare();
    // A later question is answered instead.
    if (text === field.value.trim()) show(search, text);
  } catch (error) {
    tell(error);
  } finally {
    main.setAttribute('aria-busy', 'false');
  }
}

function show(search, text) {
  const began = performance.now();
  found = search.ask(text, text === plain);
  const took = performance.now() - began;
  list.replaceChildren();
  shown = 0;
  const near = found.hits.filter(({ group }) => group !== 'rest').length;
  showUpTo(Math.min(PAGE, Math.max(1, near)));
  tellHow(text);
  list.dataset.by = found.dense ? 'meaning' : 'words';
  at('aside').textContent = [!found.dense && Number(start.dataset.pieces) > 0 && 'by words; meaning is loading',
    `${Math.max(1, Math.round(took))}\u00a0ms`].filter(Boolean).join(' · ');
}

/** Says what was searched beside the question, or that there is nothing. */
function tellHow(text) {
  notice.replaceChildren();
  if (found.hits.length === 0) {
    notice.append(el('div', { class: 'note' }, el('p', {}, el('strong', {}, 'No entry matches.'), ' Try fewer or other words.')));
  } else if (found.corrections.length > 0) {
    const typed = el('button', { type: 'button', class: 'off' }, 'Search only for what I typed');
    typed.addEventListener('click', () => {
      plain = text;
      ask();
    });
    notice.append(el('p', { class: 'corrections' }, 'Also searched for: ',
      found.corrections.map(({ from, to }) => `${to} (for ${from})`).join(', '), '. ', typed));
  }
}

function showUpTo(end) {
  appendHits(list, found.hits.slice(shown, end), found, entries);
  shown = Math.min(end, found.hits.length);
  const rest = Math.min(PAGE, found.hits.length - shown);
  more.hidden = rest <= 0;
  more.textContent = `Show ${rest} more`;
  at('count').textContent = shown > 0 ? `${shown} of ${plural(entries.length, 'entry', 'entries')}` : '';
}

/** Writes the question to the address, behind a sign that neither a file nor a server looks at. */
function keep() {
  const text = field.value.trim();
  history.replaceState(null, '', text ? `#q=${encodeURIComponent(text)}` : location.href.split('#')[0]);
}

function read() {
  const asked = /^#q=(.*)$/s.exec(location.hash)?.[1];
  field.value = asked === undefined ? new URLSearchParams(location.search).get('q') ?? '' : decodeURIComponent(asked);
  ask();
}

field.addEventListener('focus', () => prepare().catch(tell), { once: true });
field.addEventListener('input', () => {
  keep();
  ask();
});
at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  keep();
  ask();
});
start.addEventListener('click', ({ target }) => {
  if (!target.matches('.example')) return;
  field.value = target.textContent;
  keep();
  ask();
  field.focus();
});
more.addEventListener('click', () => {
  const before = shown;
  showUpTo(shown + PAGE);
  list.children[before]?.focus({ preventScroll: true });
});
addEventListener('hashchange', read);
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input')) return;
  event.preventDefault();
  field.focus();
});
read();
