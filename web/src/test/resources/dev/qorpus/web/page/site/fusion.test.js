import { alone, denseScale, lexicalScale, opinion, pool } from '/page/site/fusion.js';
import { equal, test } from '/test/testing.js';

const PRIORS = [1, 1, 1];
const all = [0, 1, 2];
const words = opinion([2, 1, 0], [0, 1], PRIORS, { minimum: 0, maximum: 4, scale: lexicalScale(4) });
const meaning = opinion([0.3, 0.6, 0.5], all, PRIORS, { minimum: -1, maximum: 1, scale: denseScale(0.09) });
const rounded = (number) => Math.round(number * 1e6) / 1e6;

test('the shares of all entries are 1 together', () => {
  equal(rounded(all.reduce((sum, entry) => sum + words.share(entry), 0)), 1);
  equal(rounded(all.reduce((sum, entry) => sum + meaning.share(entry), 0)), 1);
});

test('an entry that is e times as likely has a share e times as large', () => {
  const two = opinion([1, 0.4], [0, 1], PRIORS, { minimum: 0, maximum: 1, scale: 0.6 });
  equal(rounded(two.share(0) / two.share(1)), rounded(Math.E));
});

test('words are held back where meaning differs, and the surer opinion wins', () => {
  const order = pool(words, meaning, PRIORS).map(({ entry }) => entry);
  equal(order[0], 1);
  equal(order.length, 3);
  equal(words.share(0) > words.share(1), true);
});

test('without trust in the model, words decide', () => equal(pool(words, meaning, PRIORS, 0)[0].entry, 0));

test('a section counts less than a question that is as near', () => {
  const same = opinion([1, 1], [0, 1], [0.3, 1], { minimum: 0, maximum: 1, scale: 0.5 });
  equal(rounded(same.share(0) / same.share(1)), 0.3);
});

test('ranks count the entries that score higher', () => equal(all.map(meaning.rank), [3, 1, 2]));

test('words alone score by the most that they could', () => equal(alone(words).map(({ score }) => score), [0.5, 0.25]));

test('where nothing can be told apart there are no shares', () => {
  const none = opinion([0, 0], [], PRIORS, { minimum: 0, maximum: 0, scale: 0 });
  equal([none.best, none.share(0), none.normalised(0)], [[], 0, 0]);
});
