/** Draws formulas with KaTeX, which is loaded with the first of them. */
import { el } from './dom.js';
import { script, style } from './libraries.js';

const LONGEST = 5_000;
// Nothing outside of the answer: no links, no images, no loops of macros, nothing larger than 20 em.
const SAFE = { trust: false, strict: 'ignore', maxExpand: 200, maxSize: 20, throwOnError: true };
const DOLLARS = /^(\$\$?)([^]+)\1$/;

/** Formulas are what the server marked as such, and nothing else: a price stays text. */
export async function drawMath(root) {
  const formulas = [...root.querySelectorAll('span.math, pre > code.language-math')];
  if (formulas.length === 0) return;
  try {
    await Promise.all([script('/lib/katex/katex.min.js'), style('/lib/katex/katex.min.css')]);
  } catch {
    return;
  }
  formulas.forEach(draw);
}

function draw(node) {
  const block = node.localName === 'code';
  const [, dollars, inside] = DOLLARS.exec(node.textContent) ?? [];
  const source = block ? node.textContent : inside;
  if (!source || source.length > LONGEST) return;
  const display = block || dollars === '$$';
  const formula = el('span', { class: display ? 'formula displayed' : 'formula' });
  try {
    window.katex.render(source, formula, { ...SAFE, displayMode: display });
  } catch (error) {
    // Not understood: the source says more than a message in its place.
    node.title = error.message;
    return;
  }
  (block ? node.parentElement : node).replaceWith(formula);
}
