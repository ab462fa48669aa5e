/** Keeps the store equal to the server: loads, listens, and loads again what an event names. */
import { listen, readMessages, readState } from "./api.js";

/** `further` are {heard, all}: what else is loaded when an event of its kind comes, and at the beginning. */
export function follow(store, further) {
  const { state } = store;
  let stop = () => {};
  let known = new Map();

  const loadState = coalesced(async () => {
    const { as } = state;
    const read = await somebody(as);
    if (as !== state.as) return;
    store.set({ ...read, drift: read.now - Date.now() / 1000, as: read.me.id, ...place(state, read) });
  });

  const loadMessages = coalesced(async () => {
    const { as, channel } = state;
    const mine = known;
    if (!channel) return;
    const before = mine.get(channel);
    const after = merged(before, await readMessages(as, channel, before?.revision));
    if (as !== state.as || mine !== known) return;
    known.set(channel, after);
    if (channel === state.channel) store.set({ messages: after.messages, messagesOf: channel });
  });

  const heard = {
    messages: ({ channel }) => (channel === state.channel ? loadMessages() : loadState()),
    view: () => loadState(),
    reads: () => loadState(),
    state: () => all(),
    ...further.heard,
  };

  const all = () => Promise.all([loadState().then(loadMessages), further.all()]);
  const careful = (load) => async () => {
    try {
      await load();
    } catch (problem) {
      console.warn(problem);
      store.set({ touch: false });
    }
  };

  /** What is said from now on is news: nothing is still to be loaded. */
  const showLive = () => document.body.classList.toggle("live", state.touch);

  /** Resolves when everything has been loaded over the new connection. */
  function connect() {
    return new Promise((resolve) => {
      stop = listen(
        state.as,
        (event) => careful(() => heard[event.type]?.(event))(),
        (touch) => {
          store.set({ touch });
          document.body.classList.remove("live");
          known = new Map();
          if (touch) careful(all)().then(showLive).then(resolve);
        },
      );
    });
  }

  return {
    refresh: careful(all),
    loadMessages: careful(loadMessages),
    /** What is known of the channel already, for the moment until the rest is loaded. */
    cached: (channel) => (known.has(channel) ? { messages: known.get(channel).messages, messagesOf: channel } : null),
    /** Begins anew with the person in `state.as`, or with the first one. */
    async begin() {
      stop();
      known = new Map();
      await careful(loadState)();
      await connect();
    },
  };
}

/** The state of this person, or of the first one when there is nobody of this id. */
async function somebody(as) {
  const read = await readState(as);
  if (read.me) return read;
  if (as) return somebody(null);
  throw new Error(read.error);
}

/** The open channel, as long as the person may see it, else the first they are in; a thread goes with it. */
function place(state, read) {
  if (read.channels.some((each) => each.id === state.channel)) return {};
  const first = read.channels.find((each) => each.is_member) ?? read.channels[0];
  return { channel: first?.id ?? null, tab: "messages", thread: null, messages: [], messagesOf: null };
}

/** {revision, messages} with what changed since; the very same list when nothing did. */
function merged(before, { messages, gone, revision }) {
  if (!before) return { revision, messages };
  if (!messages.length && !gone.length) return { revision, messages: before.messages };
  const changed = new Map(messages.map((each) => [each.ts, each]));
  const away = new Set(gone);
  const kept = before.messages.filter((each) => !away.has(each.ts) && !changed.has(each.ts));
  return { revision, messages: [...kept, ...changed.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1)) };
}

/** Never two runs at a time; a call during a run makes one more run after it, so that nothing is missed. */
export function coalesced(task) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await task();
    } while (again);
  };
  return () => {
    again = true;
    running ??= run().finally(() => (running = null));
    return running;
  };
}
