import { address, commit, draft, isDraft, keepsQuestion, read, step } from '/page/shared/address.js';
import { equal, test } from '/test/testing.js';

const BARE = { q: '', mode: 'hybrid', filters: new Map(), reading: '', entry: '', passage: '', modes: [], view: '', narrowed: new Map() };
const query = (state) => new URL(address(state), location.href).search;

test('an empty address asks for the start', () => equal(read(''), BARE));

test('a question is trimmed, a mode kept', () => {
  equal(read('?q=+what+is+tea%3F+&mode=dense'), { ...BARE, q: 'what is tea?', mode: 'dense' });
});

test('an unknown mode or view is the usual one', () => equal(read('?mode=nope&view=toString'), BARE));

test('filters widen within a field, each value once', () => {
  equal(read('?filter=type=Deep&filter=type=Basic&filter=type=Deep&filter=section=A=B').filters,
    new Map([['type', ['Deep', 'Basic']], ['section', ['A=B']]]));
});

test('a filter without a field or a value is left out', () => {
  equal(read('?filter=type&filter==x&filter=type=&filter=').filters, new Map());
});

test('modes are compared only side by side', () => {
  equal(read('?q=a&mode=compare&modes=lexical,,dense').modes, ['lexical', 'dense']);
  equal(read('?q=a&modes=lexical,dense').modes, []);
});

test('a question is read without operators or corrections on demand', () => {
  equal(read('?q=a&plain=true').reading, 'plain');
  equal(read('?q=a&typed=true').reading, 'typed');
  equal(read('?q=a&typed=no').reading, '');
  equal(query({ q: 'a', reading: 'typed' }), '?q=a&typed=true');
  equal(query({ reading: 'typed' }), '');
});

test('a view is narrowed by its own parameters alone', () => {
  equal(read('?view=findings&rule=empty-label&of=x').narrowed, new Map([['rule', 'empty-label']]));
  equal(read('?view=status&rule=empty-label').narrowed, new Map());
});

test('the start has no query', () => equal(query({}), ''));

test('equals signs and commas stay readable', () => {
  equal(query({ q: 'a&b', mode: 'compare', modes: ['lexical', 'dense'], filters: new Map([['type', ['Deep']]]) }),
    '?q=a%26b&mode=compare&modes=lexical,dense&filter=type=Deep');
});

test('the usual mode is not written', () => equal(query({ q: 'a', mode: 'hybrid' }), '?q=a'));

test('an entry keeps the question and its passage', () => {
  equal(query({ entry: 'a.md#b', passage: '1-2' }), '?entry=a.md%23b');
  equal(query({ q: 'x', entry: 'a.md#b', passage: '1-2', view: 'topics' }), '?q=x&entry=a.md%23b&passage=1-2');
  equal(read('?q=x&entry=a.md%23b&passage=1-2').passage, '1-2');
  equal(read('?q=x&entry=a.md%23b&passage=1').passage, '');
});

test('a question leads away from every view but the topics', () => {
  equal(['topics', 'findings', 'evaluation', 'status'].map(keepsQuestion), [true, false, false, false]);
  equal(query({ q: 'x', view: 'topics' }), '?q=x&view=topics');
  equal(query({ q: 'x', view: 'status' }), '?q=x');
});

test('what is written is read again', () => {
  const states = [
    { ...BARE, q: 'naïve “quotes” + 100 % & more', mode: 'lexical' },
    { ...BARE, q: 'x', mode: 'compare', modes: ['one-hot', 'lexical+dense'] },
    { ...BARE, filters: new Map([['file', ['a/b.md', 'c=d.md']], ['type', ['Deep, very']]]), q: 'x' },
    { ...BARE, entry: 'folder/a b.md#q1-what-is-50' },
    { ...BARE, view: 'evaluation', narrowed: new Map([['of', 'my questions'], ['one', 'dense']]) },
  ];
  for (const state of states) equal(read(query(state)), state);
});

test('typing rewrites one entry of the history, and what was meant stays', () => {
  const start = history.length;
  draft({ q: 'a' });
  equal([isDraft(), location.search, history.length], [true, '?q=a', start + 1]);
  draft({ q: 'ab' });
  equal([isDraft(), location.search, history.length], [true, '?q=ab', start + 1]);
  commit({ q: 'ab' });
  equal([isDraft(), history.length], [false, start + 1]);
  commit({ q: 'ab' });
  equal(history.length, start + 1);
  draft({ q: 'abc' });
  step({ q: 'abc', mode: 'dense' });
  equal([isDraft(), location.search, history.length], [false, '?q=abc&mode=dense', start + 3]);
  history.replaceState(null, '', location.pathname);
});
