// What the page asks its server. An answer without success is an Error that says what to do.

const token = document.querySelector('meta[name="token"]')?.getAttribute("content") ?? "";

/**
 * @param {string} path
 * @param {RequestInit} [how]
 * @returns {Promise<any>}
 */
async function ask(path, how = {}) {
  let answer;
  try {
    answer = await fetch(`/api/${path}`, how);
  } catch (error) {
    if (how.signal?.aborted) throw error;
    throw new Error("The server does not answer. If it has stopped, copy what you wrote, and start “review” again.");
  }
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? "The server could not do that.");
  return said;
}

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
export function get(path) {
  return ask(path);
}

/**
 * @param {string} path
 * @param {object} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function post(path, body, signal) {
  const headers = { "Content-Type": "application/json", "X-Attested-Token": token };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}
