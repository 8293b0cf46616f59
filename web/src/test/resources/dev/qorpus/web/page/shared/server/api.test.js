import { comparisonPage, evaluationPage } from '/page/shared/server/api.js';
import { equal, test } from '/test/testing.js';

test('the page of a comparison asks what was asked', () => {
  equal(comparisonPage({ q: 'a & b', filters: new Map([['type', ['Deep', 'Basic']]]) }, ['lexical', 'dense']),
    'export/comparison.html?q=a+%26+b&modes=lexical%2Cdense&k=10&filter=type%3DDeep&filter=type%3DBasic');
});

test('the page of an evaluation is that of its questions and modes', () => {
  equal(evaluationPage({ of: 'my questions', modes: 'dense' }), 'export/evaluation.html?of=my+questions&modes=dense');
});
