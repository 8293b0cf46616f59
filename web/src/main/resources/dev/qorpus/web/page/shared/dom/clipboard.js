/** Copies text, and says that it did. */
import { el } from './elements.js';

const SHOWN_MS = 1500;

/** A button that copies what `text()` gives. */
export function copyButton(label, text, attributes = {}) {
  const button = el('button', { type: 'button', class: 'copy', ...attributes }, label);
  let back = 0;
  button.addEventListener('click', async () => {
    const done = await write(text());
    say(done ? 'Copied' : 'This browser does not let pages copy');
    button.textContent = done ? 'Copied' : 'Not copied';
    clearTimeout(back);
    back = setTimeout(() => { button.textContent = label; }, SHOWN_MS);
  });
  return button;
}

/** Whether the text was copied. */
export async function write(text) {
  try {
    // There is no clipboard outside of a secure context.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Says something to those who do not see it. */
export function say(text) {
  const region = document.getElementById('said');
  // Emptied first, or the same words said twice would be announced once.
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
