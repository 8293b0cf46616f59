/** Goes to an address of the page as a click on a link does, so that Back leads to where one was. */
import { el } from './elements.js';

export function followLink(href) {
  const way = el('a', { href, 'data-go': href, hidden: true });
  document.body.append(way);
  way.click();
  way.remove();
}
