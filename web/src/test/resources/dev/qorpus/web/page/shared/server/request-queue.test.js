import { runLatest } from '/page/shared/server/request-queue.js';
import { equal, fails, test } from '/test/testing.js';

/** Work that ends when it is told to; `work.signal` tells whether it was given up. */
function task() {
  const work = async (signal) => {
    work.signal = signal;
    return new Promise((resolve, reject) => { Object.assign(work, { resolve, reject }); });
  };
  work.signal = null;
  return work;
}

const turn = () => new Promise((resolve) => { setTimeout(resolve); });
const fresh = () => new AbortController();

test('work alone runs at once, and its result comes back', async () => {
  const work = task();
  const result = runLatest(fresh().signal, work);
  equal(work.signal.aborted, false);
  work.resolve('done');
  equal(await result, 'done');
});

test('an error comes back too, and does not stop what follows', async () => {
  const work = task();
  const result = runLatest(fresh().signal, work);
  work.reject(new Error('broken'));
  equal((await fails(() => result)).message, 'broken');
  equal(await runLatest(fresh().signal, async () => 2), 2);
});

test('the next waits for the one under way, which is not given up', async () => {
  const [first, second] = [task(), task()];
  const one = runLatest(fresh().signal, first);
  const two = runLatest(fresh().signal, second);
  await turn();
  equal(second.signal, null);
  first.resolve(1);
  equal(await one, 1);
  await turn();
  second.resolve(2);
  equal(await two, 2);
});

test('what is overtaken while it waits is never sent', async () => {
  const [first, second, third] = [task(), task(), task()];
  const stale = fresh();
  const one = runLatest(fresh().signal, first);
  const two = fails(() => runLatest(stale.signal, second));
  stale.abort();
  const three = runLatest(fresh().signal, third);
  first.resolve(1);
  equal((await two).name, 'AbortError');
  equal(second.signal, null);
  await turn();
  third.resolve(3);
  equal([await one, await three], [1, 3]);
});

test('what takes long is given up for the next', async () => {
  const [slow, next] = [task(), task()];
  const one = fails(() => runLatest(fresh().signal, slow));
  const two = runLatest(fresh().signal, next);
  while (!next.signal) await turn();
  equal(slow.signal.aborted, true);
  slow.reject(slow.signal.reason);
  equal((await one).name, 'AbortError');
  next.resolve(2);
  equal(await two, 2);
});
