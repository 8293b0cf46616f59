/**
 * Builds elements. Strings become text nodes, so nothing that comes from a
 * corpus or from the user is ever read as HTML.
 */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

let last = 0;

/** An id no other element has, for the aria attributes that need one. */
export const freshId = (prefix) => `${prefix}-${++last}`;

/** Text for screen readers only. */
export const unseen = (text) => el('span', { class: 'unseen' }, text);

/** A thin bar; the number it stands for is always written beside it. */
export function bar(share) {
  const node = el('span', { class: 'bar', 'aria-hidden': 'true' });
  node.style.setProperty('--share', Math.min(1, Math.max(0, share || 0)));
  return node;
}
