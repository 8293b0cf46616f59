import { bySeverity, checkSummary, ruleTitle } from '/page/findings/wording.js';
import { equal, test } from '/test/testing.js';

test('a rule’s name is a title', () => equal(ruleTitle('near-duplicate-question'), 'Near duplicate question'));

test('errors stand before warnings, warnings before notes', () => {
  equal([{ severity: 'note' }, { severity: 'error' }, { severity: 'warning' }].sort(bySeverity).map(({ severity }) => severity),
    ['error', 'warning', 'note']);
});

test('a check that is done tells what it counted', () => {
  equal(checkSummary({ state: 'done', files: 1, entries: 27 }, 2), '2\u00a0findings in 1\u00a0file with 27\u00a0entries.');
});

test('a check that is not done or failed says so', () => {
  equal(checkSummary({ state: 'checking', files: 0 }, 0), 'Checking the corpus…');
  equal(checkSummary({ state: 'checking', files: 3 }, 0), 'Checking again; these findings are from the last check.');
  equal(checkSummary({ state: 'failed' }, 0).includes('log'), true);
});
