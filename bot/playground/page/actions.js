/** What a person does on the page: told to the server, and what went wrong told to the person. */
import { post } from "./api.js";
import { builtin } from "./builtins.js";
import { nowOf } from "./dates.js";
import { readerOf } from "./reader.js";

let noticesMade = 0;

export function makeActions(store, sync) {
  const { state } = store;
  const words = () => readerOf(state).words;

  async function tell(path, body) {
    const answer = await post(path, { as: state.as, ...body });
    await sync.refresh();
    return answer;
  }

  /** Something only this person sees, in the channel or thread they are in, until they dismiss it. */
  function notice(text, thread = null) {
    const { as, channel } = state;
    const made = { id: `notice-${++noticesMade}`, as, channel, thread, text, at: nowOf(state) };
    store.set({ notices: [...state.notices, made] });
    return false;
  }

  async function say(text, thread, broadcast) {
    const answer = await tell("say", { channel: state.channel, text, ...(thread && { thread_ts: thread, broadcast }) });
    return answer.ok || notice(words().notSent(answer.error), thread);
  }

  async function command(text) {
    const answer = await tell("command", { channel: state.channel, text });
    return answer.ok || notice(words().commandFailed(text.split(/\s/)[0], answer.error));
  }

  /** What was typed: a message, a command, or one of Slack's own commands. False when it came to nothing. */
  async function send(typed, thread = null, broadcast = false) {
    const name = /^\/\S*/.exec(typed)?.[0];
    if (!name) return say(typed.trim(), thread, broadcast);
    if (thread) return notice(words().noCommandInThread(name), thread);
    const own = builtin(name);
    if (own) return own(typed, { tell, notice, reader: readerOf(state) });
    if (state.commands.some((each) => each.command === name)) return command(typed);
    return notice(words().notACommand(name));
  }

  async function failing(name, answering) {
    const answer = await answering;
    if (!answer.ok) toast(words().actionFailed(name, answer.error));
    return answer;
  }

  const here = (message) => (message ? { channel: state.channel, ts: message.ts } : {});

  return {
    send,
    shortcut: ({ name, callback_id }, message = null) =>
      failing(name, tell("shortcut", { callback_id, ...here(message) })),
    press(place, block_id, { action_id, text }, pressed) {
      return failing(text?.text ?? action_id, tell("press", { ...place, block_id, action_id, ...pressed }));
    },
    suggest: (asked) => failing(asked.action_id, post("suggest", { as: state.as, ...asked })),
    edit: (message, text) => failing(words().editMessage, tell("edit", { ...here(message), text })),
    remove: (message) => failing(words().deleteMessage, tell("delete", here(message))),
    mark: (channel, ts) => post("mark", { as: state.as, channel, ts }),
    react: (message, name) => failing(`:${name}:`, tell("react", { ...here(message), name })),
    submit: (view_id, values) => tell("submit", { view_id, values }),
    closeView: (view_id) => tell("close", { view_id }),
    join: (channel) => failing(words().join, tell("join", { channel })),
    leave: (channel) => failing(words().leave, tell("leave", { channel })),
    invite: (channel, user) => failing(words().invitePerson(user), tell("invite", { channel, user })),
    dismiss: (id) => store.set({ notices: state.notices.filter((each) => each.id !== id) }),
    open(channel) {
      const before = sync.cached(channel) ?? { messages: [], messagesOf: null };
      store.set({ channel, tab: "messages", thread: null, listOpen: false, ...before });
      return sync.loadMessages();
    },
    /** A tab of the app: "home" or "messages". */
    async openApp(tab) {
      const answer = await failing(state.app.name, tell("home", { tab }));
      if (!answer.ok) return null;
      if (answer.channel !== state.channel) await this.open(answer.channel);
      return store.set({ tab, thread: null, listOpen: false });
    },
    openThread: (ts) => store.set({ thread: ts }),
    toggleList: () => store.set({ listOpen: !state.listOpen }),
    look(as) {
      store.set({ as, messages: [], messagesOf: null, view: null, home: null });
      return sync.begin();
    },
  };
}

function toast(text) {
  const toasts = document.getElementById("toasts");
  const shown = document.createElement("p");
  shown.textContent = text;
  toasts.append(shown);
  setTimeout(() => shown.remove(), 8000);
}
