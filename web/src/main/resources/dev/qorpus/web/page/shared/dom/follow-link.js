/** Opens an address like a click on a link, so that Back returns. */
import { el } from './elements.js';

export function followLink(href) {
  const way = el('a', { href, 'data-go': href, hidden: true });
  document.body.append(way);
  way.click();
  way.remove();
}
