/** Links that copy their address. */
import { say, write } from './clipboard.js';
import { el, unseen } from './elements.js';

// A link, not a button, so that the browser's menu can also open or copy it.
export function copyLink(href, label) {
  const node = el('a', { class: 'link', href, title: label }, unseen(label));
  node.addEventListener('click', async (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!await write(node.href)) {
      // Then the address can be copied from the browser's own field.
      location.assign(node.href);
      return;
    }
    say('Link copied');
    node.classList.add('copied');
    setTimeout(() => node.classList.remove('copied'), 1500);
  });
  return node;
}
