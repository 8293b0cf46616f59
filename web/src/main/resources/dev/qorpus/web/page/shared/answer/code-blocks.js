/** Colours code with highlight.js, which is loaded on first use. */
import { copyButton } from '../dom/clipboard.js';
import { el } from '../dom/elements.js';
import { script } from '../dom/library-loader.js';

const LONGEST = 50_000;
const LIBRARY = 'lib/highlightjs/';

// Languages that the main file of the library lacks, by the names that authors use.
const FURTHER = {
  ada: 'ada', apache: 'apache', asciidoc: 'asciidoc', clj: 'clojure', clojure: 'clojure', cmake: 'cmake', dart: 'dart',
  dockerfile: 'dockerfile', docker: 'dockerfile', bat: 'dos', cmd: 'dos', elixir: 'elixir', elm: 'elm',
  erlang: 'erlang', fsharp: 'fsharp', fortran: 'fortran', gradle: 'gradle', groovy: 'groovy', haskell: 'haskell',
  hs: 'haskell', http: 'http', julia: 'julia', latex: 'latex', tex: 'latex', lisp: 'lisp', matlab: 'matlab',
  nginx: 'nginx', nix: 'nix', ocaml: 'ocaml', pgsql: 'pgsql', powershell: 'powershell', ps1: 'powershell',
  prolog: 'prolog', properties: 'properties', protobuf: 'protobuf', proto: 'protobuf', scala: 'scala',
  scheme: 'scheme', vim: 'vim', x86asm: 'x86asm',
};

/** Adds a copy button to every block, and colours to those with a language. */
export async function drawCode(root) {
  const blocks = [...root.querySelectorAll('pre > code:not(.language-math)')];
  blocks.forEach(frame);
  const named = blocks.filter((code) => languageOf(code.className) && code.textContent.length <= LONGEST);
  if (named.length === 0) return;
  try {
    await script(`${LIBRARY}highlight.min.js`);
    await Promise.all(named.map(learn));
  } catch {
    return;
  }
  named.forEach(colour);
}

/** The language in the classes of a block, in lower case. */
export const languageOf = (classes) => /(?:^|\s)language-([\w+#.-]+)/.exec(classes)?.[1].toLowerCase();

function frame(code) {
  const pre = code.parentElement;
  const language = languageOf(code.className);
  const framed = el('div', { class: 'code' });
  pre.replaceWith(framed);
  framed.append(
    el('div', { class: 'code-head' }, el('span', {}, language ?? ''),
      copyButton('Copy', () => code.textContent, { title: 'Copy this code' })),
    pre);
}

function learn(code) {
  const name = languageOf(code.className);
  const further = Object.hasOwn(FURTHER, name) && !window.hljs.getLanguage(name) && FURTHER[name];
  return further ? script(`${LIBRARY}languages/${further}.min.js`) : null;
}

function colour(code) {
  const language = languageOf(code.className);
  // The language is never guessed: a guess from a few lines is mostly wrong.
  if (!window.hljs.getLanguage(language)) return;
  const { value } = window.hljs.highlight(code.textContent, { language, ignoreIllegals: true });
  const parsed = new DOMParser().parseFromString(value, 'text/html').body;
  if (parsed.textContent === code.textContent) code.replaceChildren(...spans(parsed));
}

/** Copies only text and classes of the library's output. */
function spans(parent) {
  return [...parent.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const own = [...(node.classList ?? [])].filter((name) => name.startsWith('hljs-'));
    return el('span', { class: own.join(' ') }, spans(node));
  });
}
