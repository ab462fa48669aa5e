/** The page's side of the local Slack's JSON. */

async function json(response) {
  if (response.headers.get("content-type")?.startsWith("application/json")) return response.json();
  throw new Error(`${response.status} ${response.url}`);
}

async function get(path, query) {
  const given = Object.entries(query).filter(([, value]) => value);
  return json(await fetch(`/page/${path}?${new URLSearchParams(given)}`));
}

export const readState = (as) => get("state", { as });
export const readMessages = (as, channel) => get("messages", { as, channel });

export const readDesk = () => get("desk", {});
export const readWire = () => get("wire", {});
export const readPassed = (number) => get(`wire/${number}`, {});
export const readDays = (year, lang) => get("days", { year, lang });

/** The answer is {ok, error?, errors?}; an answer that is none, or no server at all, has ok false too. */
export async function post(path, body) {
  try {
    const headers = { "content-type": "application/json" };
    return await json(await fetch(`/page/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
  } catch (problem) {
    console.warn(problem);
    return { ok: false, error: "no_answer" };
  }
}

/** Calls `heard` for each event; `touch(true|false)` when the stream opens or breaks. Returns what ends it. */
export function listen(as, heard, touch) {
  const source = new EventSource(`/page/events?${new URLSearchParams({ as })}`);
  source.onmessage = (event) => heard(JSON.parse(event.data));
  source.onopen = () => touch(true);
  source.onerror = () => touch(false);
  return () => source.close();
}
