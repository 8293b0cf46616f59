import { progressOf } from '/page/ask/indexing-progress.js';
import { equal, test } from '/test/testing.js';

test('how far the index is, and what answers meanwhile', () => {
  equal(progressOf({ answers: 'words', embedded: 412, toEmbed: 1215 }),
    '412 of 1,215 entries are embedded. Until then, only words are searched.');
  equal(progressOf({ answers: 'published', embedded: 0, toEmbed: 3 }),
    '0 of 3 entries are embedded. Until then, the notes are searched as they were.');
  equal(progressOf({ answers: 'words' }), 'The notes are being read. Until then, only words are searched.');
});
