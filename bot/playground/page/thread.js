/** The thread at the side: its first message, the replies, a composer of its own. */
import { makeComposer } from "./composer.js";
import { button, h } from "./dom.js";
import { remembered } from "./remembered.js";
import { drawLog, showEnd } from "./messages.js";
import { channelTitle } from "./reader.js";
import { walkable } from "./walk.js";

export function makeThread(panel, store, actions) {
  const title = h("h2", { id: "thread-title" });
  const close = button({ class: "icon", onclick: () => actions.openThread(null) }, "✕");
  const log = h("div", { class: "log", role: "log", tabindex: "0" });
  walkable(log);
  const composer = makeComposer({ send });
  const box = h("input", { type: "checkbox" });
  const also = h("span", {});
  panel.setAttribute("aria-labelledby", title.id);
  panel.append(h("header", {}, title, close), log, composer.node, h("label", { class: "also" }, box, also));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) actions.openThread(null);
  });

  function send(text) {
    const broadcast = box.checked;
    box.checked = false;
    showEnd(log);
    return actions.send(text, store.state.thread, broadcast);
  }

  return function draw(state, reader) {
    const opened = panel.hidden && state.thread;
    panel.hidden = !state.thread;
    if (!state.thread) return;
    const { words } = reader;
    title.textContent = words.thread;
    also.textContent = words.alsoSendTo(channelTitle(reader.channel(state.channel), reader));
    close.setAttribute("aria-label", words.closeThread);
    log.setAttribute("aria-label", words.repliesList);
    composer.draw({ place: `${state.as} ${state.thread}`, label: words.replyTo, reader, commands: null });
    drawLog(log, { ...ofThread(state.messages, state.notices, state.thread, state.as), place: state.thread, reader, actions, inThread: true });
    if (opened) composer.focus();
  };
}

const ofThread = remembered((messages, notices, thread, as) => ({
  messages: messages.filter((each) => each.ts === thread || each.thread_ts === thread),
  notices: notices.filter((each) => each.thread === thread && each.as === as),
}));
