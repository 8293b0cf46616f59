/** Says on the start page how far the index is, until it is complete. */
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';

const AGAIN_MS = 1000;

/** A line that is shown while the index is made; `done` is called once at its end. */
export function drawIndexing(done) {
  const line = el('p', { class: 'note indexing', role: 'status', hidden: true });
  follow(line, done).catch(() => line.remove());
  return line;
}

async function follow(line, done) {
  let seen = false;
  for (;;) {
    const { indexing } = await api.health();
    if (seen && !line.isConnected) return;
    if (!indexing) break;
    seen = true;
    line.textContent = progressOf(indexing);
    line.hidden = false;
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
  }
  line.remove();
  if (seen) done();
}

/** For example “412 of 1,215 entries are embedded; until then, words are searched.” */
export function progressOf({ answers, embedded = 0, toEmbed = 0 }) {
  const how = answers === 'words' ? 'Until then, only words are searched.' : 'Until then, the notes are searched as they were.';
  return toEmbed > 0 ? `${embedded.toLocaleString('en')} of ${toEmbed.toLocaleString('en')} entries are embedded. ${how}`
    : `The notes are being read. ${how}`;
}
