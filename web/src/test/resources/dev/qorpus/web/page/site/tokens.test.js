import { partsOf } from '/page/site/words/identifiers.js';
import { folded, isInCapitals, pairsOf, wordsOf } from '/page/site/words/tokens.js';
import { equal, test } from '/test/testing.js';

const texts = (text) => wordsOf(text).map((word) => word.text);

test('words keep what joins them, and numbers their signs', () => equal(texts("it's 3.2 or 1,000; load_user a.b one-hot e.g."),
  ["it's", '3.2', 'or', '1,000', 'load_user', 'a.b', 'one', 'hot', 'e.g']));

test('names with signs are words', () => equal(texts('C++, c# and ASP.NET'), ['Cplusplus', 'csharp', 'and', 'ASP', 'dotNET']));

test('places are those in the text', () => {
  const text = 'is C++ a 𝔸 word?';
  equal(wordsOf(text).map(({ start, end }) => text.slice(start, end)), ['is', 'C++', 'a', '𝔸', 'word']);
});

test('Chinese has pairs, a single sign is alone', () => {
  equal(pairsOf('向量模型 x 词').map(({ text }) => text), ['向量', '量模', '模型', '词']);
  equal(texts('向量模型 x'), ['x']);
});

test('accents are left out', () => equal(['Café', 'Straße', 'ŁÓDŹ', 'ﬁne'].map(folded), ['cafe', 'strasse', 'lodz', 'fine']));

test('abbreviations are in capitals', () => equal(['IT', 'It', 'A', 'Ü2'].map(isInCapitals), [true, false, false, false]));

test('identifiers have parts by points, underscores and cases', () => {
  equal(partsOf('crm.action_log'), ['crm', 'action_log', 'action', 'log']);
  equal(partsOf('HTTPClient2'), ['HTTP', 'Client']);
  equal(partsOf('plain'), []);
});
