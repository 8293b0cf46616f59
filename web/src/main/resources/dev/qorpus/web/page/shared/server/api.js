/**
 * Requests to the server. It waits for a server that does not respond, so callers see only results, problems from the
 * server, and their own aborts. All addresses are relative to the page, so that it also works below a path of a proxy.
 */
const RETRY_MS = 2000;

/** Fires `gone` when the server stops answering and `back` when it answers again. */
export const server = new EventTarget();

/** A problem that the server reported: its HTTP status, and a message for people. */
export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

let waiting = null;

const alive = async () => {
  try {
    return (await fetch('health', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

// All waiting requests share one series of retries.
function untilBack() {
  waiting ??= (async () => {
    server.dispatchEvent(new Event('gone'));
    do {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    } while (!(await alive()));
    waiting = null;
    server.dispatchEvent(new Event('back'));
  })();
  return waiting;
}

async function get(path, signal) {
  for (;;) {
    let response;
    let body;
    try {
      response = await fetch(path, { signal, headers: { Accept: 'application/json' } });
      body = await response.text();
    } catch (error) {
      if (signal?.aborted) throw error;
      await untilBack();
      signal?.throwIfAborted();
      continue;
    }
    const wait = response.status === 503 && Number(response.headers.get('Retry-After'));
    if (wait) {
      // The server is not ready yet.
      await new Promise((resolve) => { setTimeout(resolve, wait * 1000); });
      signal?.throwIfAborted();
      continue;
    }
    let value;
    try {
      value = JSON.parse(body);
    } catch {
      value = null;
    }
    if (response.status === 401) {
      // The session has expired: this address now shows the sign-in page.
      location.reload();
      await new Promise(() => {});
    }
    if (!response.ok) {
      throw new Problem(value?.detail || value?.title || `The server answered with status ${response.status}.`, response.status);
    }
    if (value === null) throw new Problem('The server’s answer could not be read.', response.status);
    return value;
  }
}

function query(state, extra) {
  const params = new URLSearchParams({ q: state.q, ...extra });
  for (const [field, values] of state.filters) for (const value of values) params.append('filter', `${field}=${value}`);
  return params;
}

const entryPath = (id) => `api/entries/${encodeURIComponent(id)}`;

/** The state of the server; `indexing` while an index is made. */
export const health = () => get('health');

export const status = (signal) => get('api/status', signal);

export const search = (state, signal, { k = 10, offset = 0, facets = false } = {}) =>
  get(`api/search?${query(state, {
    mode: state.mode, k, ...(offset && { offset }), explain: k > 1, render: k > 1, facets, ...(state.reading && { [state.reading]: true }),
  })}`, signal);

export const suggest = (begun, k, signal) => get(`api/suggest?${new URLSearchParams({ q: begun, k })}`, signal);

const compared = (state, modes) => query(state, { modes: modes.join(','), k: 10 });

export const compare = (state, modes, signal) => get(`api/compare?${compared(state, modes)}`, signal);

/** The address of a comparison as an HTML file. */
export const comparisonPage = (state, modes) => `export/comparison.html?${compared(state, modes)}`;

/** The evaluation of modes on judged questions; without `of`, on the first collection. */
export const evaluation = (narrowed, signal) => get(`api/evaluation?${new URLSearchParams(narrowed)}`, signal);

export const evaluationPage = (narrowed) => `export/evaluation.html?${new URLSearchParams(narrowed)}`;

export const nearestWords = (q, id) => get(`api/compare/words?${new URLSearchParams({ q, id })}`);

export const entry = (id, signal) => get(entryPath(id), signal);

/** The entry of a hit; in its HTML, the passage and the words of the question are marked. */
export const answer = ({ id, passage }, asked, signal = undefined) => get(`${entryPath(id)}?${new URLSearchParams({
  q: asked, ...(passage && { passage: `${passage.start}-${passage.end}` }),
})}`, signal);

export const topics = (signal) => get('api/topics', signal);

export const map = (signal) => get('api/map', signal);

/** Hits to show on the map: more than in a list, without explanations. */
export const searchForMap = (state, signal) =>
  get(`api/search?${query(state, { mode: state.mode === 'compare' ? 'hybrid' : state.mode, k: 30 })}`, signal);

export const related = (id, explain = false, signal = undefined) =>
  get(`${entryPath(id)}/related${explain ? '?explain=true' : ''}`, signal);

/** The judgments of a question, and whether this server takes any. */
export const judgments = (q, signal) => get(`api/judgments?${new URLSearchParams({ q })}`, signal);

export const unanswered = (signal) => get('api/unanswered', signal);

export const findings = (narrowed, signal) => get(`api/findings?${new URLSearchParams(narrowed)}`, signal);
