import { languageOf } from '/page/shared/answer/code-blocks.js';
import { equal, test } from '/test/testing.js';

test('the language is named by a class', () => {
  equal(['language-java', 'fence language-C++', 'language-objective-c wide', 'language-C#'].map(languageOf),
    ['java', 'c++', 'objective-c', 'c#']);
});

test('other classes name none', () => equal(['', 'java', 'nolanguage-java', 'language-'].map(languageOf), [undefined, undefined, undefined, undefined]));
