import { places } from '/page/ask/word-alignment.js';
import { equal, test } from '/test/testing.js';

test('a partner is found as a whole word, whatever its case', () => {
  equal(places('Words in a sentence: keywords, words.', 'words'), [0, 31]);
  equal(places('Überall ist überall', 'überall'), [0, 12]);
  equal(places('unseen', 'seen'), []);
  equal(places('anything', ''), []);
});
