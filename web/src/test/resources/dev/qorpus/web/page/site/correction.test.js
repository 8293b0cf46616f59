import { corrector } from '/page/site/words/correction.js';
import { lexicon } from '/page/site/words/lexicon.js';
import { analysis } from '/page/site/words/question-terms.js';
import { vocabulary } from '/page/site/words/vocabulary.js';
import { equal, test } from '/test/testing.js';

const TEXTS = ['the color of a word vector', 'how node.js reads a data set', 'the slot of a vector', 'attention in max_length'];
const FUNCTION = ['the', 'of', 'a', 'in', 'how'];
const written = TEXTS.map((text) => text.split(' '));
const terms = [...new Set(written.flat())].filter((word) => !FUNCTION.includes(word)).sort();
const postings = (term) => {
  let last = -1;
  return written.flatMap((words, entry) => {
    if (!words.includes(term)) return [];
    const distance = entry - last;
    last = entry;
    return [distance];
  }).join(',');
};
const lengths = written.map((words) => words.length);
const words = lexicon({
  terms: [...terms, ...terms.map((term) => `"${term}`)].join('\n'), postings: [...terms, ...terms].map(postings).join('\n'),
  lengths: [lengths, lengths], mean: [5, 5],
});
const analyser = analysis(new Map([...FUNCTION.map((word) => [word, '']), ...terms.map((term) => [term, term])]), false, false);
const correct = corrector(vocabulary(words, analyser, (entry) => [TEXTS[entry]]), (word) => ['slow', 'colour'].includes(word));

test('words of the corpus stay', () => equal(correct('the word vector'), { text: 'the word vector', corrections: [] }));

test('a slip of the fingers is replaced', () => equal(correct('a vecotr'),
  { text: 'a vector', corrections: [{ from: 'vecotr', to: 'vector', replaced: true }] }));

test('another spelling is replaced', () => equal(correct('colour of it').text, 'color of it'));

test('a word of the language is no slip of another', () => equal(correct('slow').corrections, []));

test('what no slip explains is searched beside', () => equal(correct('attantiun'),
  { text: 'attantiun', corrections: [{ from: 'attantiun', to: 'attention', replaced: false }] }));

test('joined words are split where the corpus has them side by side', () => {
  equal(correct('dataset').text, 'data set');
  equal(correct('wordslot').corrections, []);
});

test('names are found without their signs', () => {
  equal(correct('nodejs').text, 'node.js');
  equal(correct('node js').text, 'node.js');
});
