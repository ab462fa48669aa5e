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
/** {messages, gone, revision}: all of them, or what changed after the revision `since`. */
export const readMessages = (as, channel, since) => get("messages", { as, channel, since });

/** {preparing: {done, all}}, null once everything is there. */
export const readPreparing = () => get("preparing", {});
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

/** A file chosen in a form; the answer is {ok, file?}. */
export async function upload(as, file) {
  const query = new URLSearchParams({ as, name: file.name });
  return json(await fetch(`/page/upload?${query}`, { method: "POST", body: file }));
}

/** Pauses in ms before the next try to reach the server, one after the other; the last one from then on. */
const PAUSES = [300, 1000, 3000];

/** Calls `heard` for each event; `touch(true|false)` when the line opens or breaks. Returns what ends it. */
export function listen(as, heard, touch) {
  const address = `ws://${location.host}/page/live?${new URLSearchParams({ as })}`;
  let socket = null;
  let failed = 0;
  let ended = false;
  function open() {
    if (ended) return;
    socket = new WebSocket(address);
    socket.onmessage = (event) => heard(JSON.parse(event.data));
    socket.onopen = () => {
      failed = 0;
      touch(true);
    };
    socket.onclose = () => {
      if (ended) return;
      touch(false);
      setTimeout(open, PAUSES[Math.min(failed++, PAUSES.length - 1)]);
    };
  }
  open();
  return () => {
    ended = true;
    socket.close();
  };
}
