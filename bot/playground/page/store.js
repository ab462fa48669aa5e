/** What the page knows at the moment, and who wants to hear when it changes. */

export function makeStore(beginning) {
  const state = {
    as: null,
    lang: null,
    team: null,
    me: null,
    people: [],
    channels: [],
    commands: [],
    shortcuts: [],
    view: null,
    connected: true,
    touch: true,
    channel: null,
    thread: null,
    messages: [],
    messagesOf: null,
    notices: [],
    unread: new Set(),
    listOpen: false,
    desk: null,
    deskOpen: null,
    deskTab: null,
    wire: [],
    ...beginning,
  };
  const listeners = [];
  let due = false;

  function tell() {
    due = false;
    for (const listener of listeners) listener(state);
  }

  return {
    state,
    subscribe: (listener) => listeners.push(listener),
    set(change) {
      Object.assign(state, change);
      if (!due) queueMicrotask(tell);
      due = true;
    },
  };
}
