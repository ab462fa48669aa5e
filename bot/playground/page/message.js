/** One message: who, when, what, and what can be done with it. */
import { avatar } from "./avatar.js";
import { block } from "./blocks.js";
import { clockTime, fullTime } from "./dates.js";
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { nameOf } from "./reader.js";

const QUICK_REACTIONS = ["memo", "white_check_mark", "eyes", "+1"];

/** A notice of the page itself is a message without a `user`. */
export function message(given, context) {
  const { words } = context.reader;
  const person = context.reader.person(given.user);
  return h(
    "li",
    { class: `message${given.ephemeral ? " ephemeral" : ""}${context.follows ? " follows" : ""}`, "data-ts": given.ts },
    avatar(person),
    h(
      "div",
      { class: "message-body" },
      given.ephemeral && h("p", { class: "only-you" }, "👁 ", h("span", {}, words.onlyYou)),
      byline(given, person, context),
      content(given, context),
      reactions(given, context),
      !context.inThread && replies(given, context),
      given.id && dismissal(given, context),
    ),
    !given.ephemeral && tools(given, context),
  );
}

function byline(given, person, { reader }) {
  const time = { datetime: new Date(given.ts * 1000).toISOString(), title: fullTime(given.ts, reader) };
  return h(
    "p",
    { class: "byline" },
    person && h("span", { class: "name" }, nameOf(person)),
    person?.is_bot && h("span", { class: "badge" }, reader.words.app),
    h("time", time, clockTime(given.ts, reader)),
  );
}

function content(given, { reader, actions }) {
  const place = { channel: reader.here, ts: given.ts };
  const surface = {
    reader,
    press: (blockId, element, pressed) => actions.press(place, blockId, element, pressed),
    kept: () => null,
    register: () => {},
  };
  const blocks = given.blocks?.length ? given.blocks.map((each) => block(each, surface)) : null;
  return h(
    "div",
    { class: "content" },
    blocks ?? h("div", { class: "mrkdwn" }, mrkdwn(given.text ?? "", reader)),
    given.edited && h("small", { class: "edited" }, reader.words.edited),
  );
}

function reactions(given, { reader, actions }) {
  if (!given.reactions?.length) return null;
  return h("p", { class: "reactions" }, given.reactions.map(({ name, users }) => {
    const people = users.map((id) => nameOf(reader.person(id))).join(", ");
    const attributes = {
      type: "button",
      class: "reaction",
      title: people,
      "data-focus": `reaction-${name}`,
      "aria-label": reader.words.reactedWith(name, people),
      "aria-pressed": String(users.includes(reader.me.id)),
      onclick: () => actions.react(given, name),
    };
    return h("button", attributes, emoji(name), h("span", {}, String(users.length)));
  }));
}

function replies(given, { reader, actions }) {
  if (!given.reply_count) return null;
  const attributes = { type: "button", class: "replies", "data-focus": "replies", onclick: () => actions.openThread(given.ts) };
  return h("button", attributes, reader.words.replies(given.reply_count));
}

const dismissal = (given, { reader, actions }) =>
  h("button", { type: "button", class: "quiet", onclick: () => actions.dismiss(given.id) }, reader.words.dismiss);

function tools(given, context) {
  const { words } = context.reader;
  const more = h(
    "button",
    {
      type: "button",
      "aria-label": words.moreActions,
      title: words.moreActions,
      "aria-haspopup": "menu",
      "data-focus": "more",
      onclick: () => openMenu(more, menuItems(given, context)),
    },
    "⋮",
  );
  const thread = { type: "button", "aria-label": words.replyInThread, title: words.replyInThread, "data-focus": "thread" };
  const open = () => context.actions.openThread(given.thread_ts ?? given.ts);
  return h("div", { class: "tools" }, !context.inThread && h("button", { ...thread, onclick: open }, "💬"), more);
}

function menuItems(given, { reader, actions }) {
  const reactions = QUICK_REACTIONS.map((name) => ({
    label: emoji(name),
    name: reader.words.addReaction(name),
    kind: "quick",
    act: () => actions.react(given, name),
  }));
  const shortcuts = reader.shortcuts.filter((each) => each.type === "message");
  return [...reactions, "line", ...shortcuts.map((each) => ({ label: each.name, act: () => actions.shortcut(each, given) }))];
}
