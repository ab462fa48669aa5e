/** Keeps the store equal to the server: loads, listens, and loads again what an event names. */
import { listen, readMessages, readState } from "./api.js";

/** `further` are {heard, all}: what else is loaded when an event of its kind comes, and at the beginning. */
export function follow(store, further) {
  const { state } = store;
  let stop = () => {};

  const loadState = coalesced(async () => {
    const { as } = state;
    const read = await known(as);
    if (as === state.as) store.set({ ...read, as: read.me.id, ...place(state, read) });
  });

  const loadMessages = coalesced(async () => {
    const { as, channel } = state;
    if (!channel) return;
    const { messages } = await readMessages(as, channel);
    if (as === state.as && channel === state.channel) store.set({ messages: messages ?? [], messagesOf: channel });
  });

  const heard = {
    messages: ({ channel }) => (channel === state.channel ? loadMessages() : markUnread(store, channel)),
    view: () => loadState(),
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

  return {
    refresh: careful(all),
    loadMessages: careful(loadMessages),
    /** Begins anew with the person in `state.as`, or with the first one. */
    async begin() {
      stop();
      await careful(all)();
      stop = listen(state.as, (event) => careful(() => heard[event.type]?.(event))(), (touch) => {
        store.set({ touch });
        document.body.classList.toggle("live", touch);
        if (touch) careful(all)();
      });
    },
  };
}

/** The state of this person, or of the first one when there is nobody of this id. */
async function known(as) {
  const read = await readState(as);
  if (read.me) return read;
  if (as) return known(null);
  throw new Error(read.error);
}

/** The open channel, as long as the person may see it, else the first they are in; a thread goes with it. */
function place(state, read) {
  if (read.channels.some((each) => each.id === state.channel)) return {};
  const first = read.channels.find((each) => each.is_member) ?? read.channels[0];
  return { channel: first?.id ?? null, thread: null, messages: [], messagesOf: null };
}

function markUnread(store, channel) {
  store.set({ unread: new Set(store.state.unread).add(channel) });
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
