/** Shows which words of a hit are nearest to those of the question, in context. */
import { bar, el } from '../shared/dom/elements.js';
import { number } from '../shared/text/format.js';

/** The name of the style of a partner that is pointed at. */
const PARTNER = 'partner';

/** A list of pairs; the partner of one that is pointed at or focused lights up in the hit. */
export function alignedWords(pairs, hit) {
  const most = Math.max(...pairs.map(strength));
  return el('div', { class: 'reason aligned' },
    el('p', {}, el('b', {}, 'In context. '),
      'Each word of the question beside the nearest word of this entry, seen in its sentence. '
      + 'Rare words count more; 1 is the same word in the same sense.'),
    el('ul', { class: 'terms' }, pairs.map((pair) => {
      const item = el('li', { tabindex: '0', title: `counts ${number(pair.weight, 2)} of 1` },
        el('span', { class: 'term' }, pair.word, ' → ', el('b', {}, pair.partner)),
        bar(strength(pair) / most), number(pair.cosine, 2));
      for (const on of ['pointerenter', 'focus']) item.addEventListener(on, () => light(hit, pair));
      for (const off of ['pointerleave', 'blur']) item.addEventListener(off, () => CSS.highlights?.delete(PARTNER));
      return item;
    })));
}

const strength = ({ cosine, weight }) => Math.max(0, cosine) * weight;

/** Lights up a word where it stands in the question or the answer that is shown. */
function light(hit, { partner, inQuestion }) {
  if (!CSS.highlights) return;
  const within = hit.querySelector(inQuestion ? 'h3' : '.answer:not([hidden])') ?? hit.querySelector('.passage');
  const ranges = within ? occurrences(within, partner) : [];
  CSS.highlights.set(PARTNER, new Highlight(...ranges));
}

/** The ranges of a whole word within an element, whatever its case. */
export function occurrences(element, word) {
  const ranges = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const at of places(node.data, word)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Where a whole word begins in a text. */
export function places(text, word) {
  const found = [];
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  for (let at = lower.indexOf(wanted); wanted && at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!letter(text[at - 1]) && !letter(text[at + word.length])) found.push(at);
  }
  return found;
}

const letter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
