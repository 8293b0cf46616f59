/** What tests of scripts are written with. PageScriptsTest loads each *.test.js and runs what it declares. */
const PATIENCE_MS = 5000;
let declared = [];

/** Declares a test; `run` may be asynchronous, and fails by throwing. */
export const test = (name, run) => declared.push({ name, run });

/** Fails unless both are the same, compared by content. */
export function equal(actual, expected) {
  if (show(actual) !== show(expected)) throw new Error(`expected ${show(expected)}, found ${show(actual)}`);
}

/** Fails unless `run` fails, and returns its error. */
export async function fails(run) {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}

function show(value) {
  if (value instanceof Map) return `Map${show([...value])}`;
  if (value instanceof Set) return `Set${show([...value])}`;
  if (value instanceof Element) return value.outerHTML;
  if (ArrayBuffer.isView(value)) return show([...value]);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value && typeof value === 'object') {
    return `{ ${Object.keys(value).sort().map((key) => `${key}: ${show(value[key])}`).join(', ')} }`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Loads a module and runs its tests: `[{ name, error }]`, where no error is null. */
export async function runModule(address) {
  declared = [];
  await import(address);
  const results = [];
  for (const { name, run } of declared) {
    let waiting = 0;
    const tooLong = new Promise((_, reject) => {
      waiting = setTimeout(reject, PATIENCE_MS, new Error(`still running after ${PATIENCE_MS} ms`));
    });
    try {
      await Promise.race([run(), tooLong]);
      results.push({ name, error: null });
    } catch (error) {
      results.push({ name, error: error.stack ?? String(error) });
    } finally {
      clearTimeout(waiting);
    }
  }
  return results;
}
