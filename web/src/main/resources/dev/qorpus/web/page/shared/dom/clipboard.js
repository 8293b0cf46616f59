/** Copies text to the clipboard, and announces it. */
import { el } from './elements.js';

const SHOWN_MS = 1500;

/** A button that copies the result of `text()`. */
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
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context there is no clipboard, but what is selected can be copied.
    return copySelected(text);
  }
}

function copySelected(text) {
  const focused = document.activeElement;
  const holder = el('textarea', { class: 'unseen', 'aria-hidden': 'true', readonly: '' }, text);
  document.body.append(holder);
  holder.select();
  const done = document.execCommand('copy');
  holder.remove();
  focused?.focus({ preventScroll: true });
  return done;
}

/** Announces a message to screen readers. */
export function say(text) {
  const region = document.getElementById('said');
  // Cleared first, or a repeated message would not be announced.
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
