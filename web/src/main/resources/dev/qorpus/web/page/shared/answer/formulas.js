/** Draws formulas with KaTeX, which is loaded on first use. */
import { el, unseen } from '../dom/elements.js';
import { script, style } from '../dom/library-loader.js';

const LONGEST = 5_000;
// With macros, a short source can become a very long formula.
const LONGEST_WITH_MACROS = 500;
const MACROS = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)(?![a-zA-Z])/;
// No links, no images, no endless macros, nothing larger than 20 em.
const SAFE = { trust: false, strict: 'ignore', maxExpand: 500, maxSize: 20, throwOnError: true };
// KaTeX writes style attributes for these in MathML, and the page's security policy blocks them.
const STYLED = /\\(?:fcolorbox|pmb)(?![a-zA-Z])/;
const SHORT = 40;
const SIGNS = /^[.,;:!?)\]’”]+/;
const DOLLARS = /^(\$\$?)([^]+)\1$/;

/** Draws the formulas that the server has marked. Prices stay text. */
export async function drawMath(root) {
  const formulas = [...root.querySelectorAll('span.math, pre > code.language-math')];
  if (formulas.length === 0) return;
  try {
    await Promise.all([script('lib/katex/katex.min.js'), style('lib/katex/katex.min.css')]);
  } catch {
    return;
  }
  formulas.forEach(draw);
}

/** Reads a block of math, or math between dollars: `{ source, display }`, or null if it stays text. */
export function readFormula(text, block) {
  const [, dollars, inside] = DOLLARS.exec(text) ?? [];
  const source = block ? text : inside;
  if (!source || source.length > (MACROS.test(source) ? LONGEST_WITH_MACROS : LONGEST)) return null;
  return { source, display: block || dollars === '$$' };
}

function draw(node) {
  const block = node.localName === 'code';
  const read = readFormula(node.textContent, block);
  if (!read) return;
  const { source, display } = read;
  const formula = el('span', { class: display ? 'formula displayed' : 'formula' });
  const styled = STYLED.test(source);
  try {
    window.katex.render(source, formula, { ...SAFE, displayMode: display, output: styled ? 'html' : 'htmlAndMathml' });
    if (styled) formula.append(unseen(source));
  } catch (error) {
    // Not understood: the source is more useful than an error message.
    node.title = error.message;
    return;
  }
  (block ? node.parentElement : node).replaceWith(formula);
  if (!display && source.length <= SHORT) keepTogether(formula);
}

/** Keeps a bracket or full stop on the line of the formula before it. */
function keepTogether(formula) {
  const next = formula.nextSibling;
  const [sign] = next?.nodeType === Node.TEXT_NODE ? SIGNS.exec(next.data) ?? [] : [];
  if (!sign) return;
  next.data = next.data.slice(sign.length);
  const together = el('span');
  formula.replaceWith(together);
  together.append(formula, sign);
}
