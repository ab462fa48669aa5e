/** What the page knows at the moment, and who wants to hear when it changes. */

const LONGEST_HOLD = 1500;

export function makeStore(beginning) {
  const state = {
    as: null,
    lang: null,
    team: null,
    app: null,
    me: null,
    people: [],
    channels: [],
    commands: [],
    shortcuts: [],
    view: null,
    home: null,
    drift: 0,
    connected: true,
    touch: true,
    channel: null,
    tab: "messages",
    thread: null,
    messages: [],
    messagesOf: null,
    notices: [],
    listOpen: false,
    desk: null,
    deskOpen: null,
    deskTab: null,
    wire: [],
    ...beginning,
  };
  const listeners = [];
  let due = false;
  let held = null;

  function tell() {
    if (held || !due) return;
    due = false;
    for (const listener of listeners) listener(state);
  }

  function release() {
    clearTimeout(held);
    held = null;
    tell();
  }

  return {
    state,
    subscribe: (listener) => listeners.push(listener),
    set(change) {
      Object.assign(state, change);
      if (!due) queueMicrotask(tell);
      due = true;
    },
    /** Tells nobody for a moment: nothing may move under a finger that is down. */
    hold() {
      clearTimeout(held);
      held = setTimeout(release, LONGEST_HOLD);
    },
    /** After the click, which comes right after the finger is up. */
    release: () => held && setTimeout(release),
  };
}
