/** Links that copy their address. */
import { say } from './clipboard.js';
import { el, unseen } from './elements.js';

// A link, not a button, so that the browser's menu can also open or copy it.
export function copyLink(href, label) {
  const node = el('a', { class: 'link', href, title: label }, unseen(label));
  node.addEventListener('click', async (event) => {
    // Without a secure context there is no clipboard, and the link is followed.
    if (!navigator.clipboard || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(node.href);
      say('Link copied');
      node.classList.add('copied');
      setTimeout(() => node.classList.remove('copied'), 1500);
    } catch {
      location.assign(node.href);
    }
  });
  return node;
}
