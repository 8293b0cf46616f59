/**
 * Builds elements. Strings become text nodes, so text of a corpus or a user is never parsed as HTML.
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

/** A unique id, for aria attributes. */
export const freshId = (prefix) => `${prefix}-${++last}`;

/** Text for screen readers only. */
export const unseen = (text) => el('span', { class: 'unseen' }, text);

/** A thin bar. Its number is always written beside it. */
export function bar(share) {
  const node = el('span', { class: 'bar', 'aria-hidden': 'true' });
  node.style.setProperty('--share', Math.min(1, Math.max(0, share || 0)));
  return node;
}
