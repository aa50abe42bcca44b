// Asks the application. What has not changed since the last answer is not sent again.

const TIMEOUT_MILLIS = 10000;
const REMEMBERED = 10;

const answers = new Map();

// The application did answer, and says why there is nothing to show.
export class Refusal extends Error {}

export async function get(path, signal) {
  const known = answers.get(path);
  const headers = { Accept: "application/json" };
  if (known?.tag) {
    headers["If-None-Match"] = known.tag;
  }
  const answer = await fetch(path, {
    headers, cache: "no-store", signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MILLIS)]),
  });
  if (answer.status === 304) {
    return known.body;
  }
  if (answer.status >= 400 && answer.status < 500) {
    throw new Refusal((await answer.json().catch(() => ({}))).error ?? `It answered ${answer.status}.`);
  }
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  const body = await answer.json();
  remember(path, { tag: answer.headers.get("ETag"), body });
  return body;
}

function remember(path, answer) {
  answers.delete(path);
  answers.set(path, answer);
  if (answers.size > REMEMBERED) {
    answers.delete(answers.keys().next().value);
  }
}
