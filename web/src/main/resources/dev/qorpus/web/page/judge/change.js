/** Sends changes to the server, with the key that it tells its own page. */
import * as api from '../shared/server/api.js';

let key = '';

export const useKey = (its) => { key = its ?? ''; };

/**
 * Sends a change, and resolves to the server's answer. It is not sent again if the server is gone: by the time it is back,
 * the reader may have changed their mind.
 */
export async function change(path, body) {
  let response = await post(path, body);
  if (response.status === 403) {
    // A server that was started again has another key.
    useKey((await api.judgments('')).key);
    response = await post(path, body);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer) throw new api.Problem(answer?.detail ?? `The server answered with status ${response.status}.`);
  return answer;
}

async function post(path, body) {
  try {
    return await fetch(path, {
      method: 'POST', body: JSON.stringify(body),
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Qorpus-Key': key },
    });
  } catch {
    throw new api.Problem('The server does not answer. Nothing was changed.');
  }
}
