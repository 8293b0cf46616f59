/**
 * Has the server work on one question at a time. It goes on with what the browser no longer waits for, and typing
 * asks faster than it answers: questions sent at every key would queue up before the one that counts. So the latest
 * question waits until the one under way is answered, all between are never sent, and what takes long is given up.
 */
const PATIENCE_MS = 150;

let underWay = null;

/**
 * Resolves to what `work` does, which gets a signal that tells when its answer is given up. Throws what it throws, and
 * `stale`'s reason if the question was overtaken while it waited.
 */
export async function runLatest(stale, work) {
  const before = underWay;
  if (before) {
    await Promise.race([before.done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    stale.throwIfAborted();
    before.giving.abort();
  }
  const giving = new AbortController();
  const working = work(giving.signal);
  const mine = { giving, done: working.then(() => {}, () => {}) };
  underWay = mine;
  try {
    return await working;
  } finally {
    if (underWay === mine) underWay = null;
  }
}
