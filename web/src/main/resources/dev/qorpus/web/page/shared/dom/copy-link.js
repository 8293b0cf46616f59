/** Copies what people take along: links. */
import { say } from './clipboard.js';
import { el, unseen } from './elements.js';

// A link and no button, so that it can also be opened, dragged or copied by the browser's own menu.
export function copyLink(href, label) {
  const node = el('a', { class: 'link', href, title: label }, unseen(label));
  node.addEventListener('click', async (event) => {
    // Outside a secure context there is no clipboard: then the link is simply followed.
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
