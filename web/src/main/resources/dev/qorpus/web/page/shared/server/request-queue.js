/**
 * Sends one question at a time. The server finishes questions that the browser has cancelled, and typing is faster
 * than its answers, so a question for every key would fill its queue. Therefore the latest question waits for the
 * current one, questions between are never sent, and a slow one is cancelled.
 */
const PATIENCE_MS = 150;

let current = null;

/**
 * Runs `work` and resolves to its result. `work` gets a signal that cancels it. If a later question cancels this one
 * while it waits, the reason of `stale` is thrown.
 */
export async function runLatest(stale, work) {
  const before = current;
  if (before) {
    await Promise.race([before.done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    stale.throwIfAborted();
    before.giving.abort();
  }
  const giving = new AbortController();
  const working = work(giving.signal);
  const mine = { giving, done: working.then(() => {}, () => {}) };
  current = mine;
  try {
    return await working;
  } finally {
    if (current === mine) current = null;
  }
}
