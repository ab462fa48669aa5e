/** One message: who, when, what, and what can be done with it. */
import { avatar } from "./avatar.js";
import { block } from "./blocks.js";
import { clockTime, fullTime } from "./dates.js";
import { button, h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./links.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { nameOf } from "./reader.js";

const QUICK_REACTIONS = ["memo", "white_check_mark", "eyes", "+1"];

/** A notice of the page itself is a message without a `user`. */
export function message(given, context) {
  const { words } = context.reader;
  const person = context.reader.person(given.user);
  const manner = given.ephemeral ? "ephemeral" : context.follows ? "follows" : "";
  return h(
    "li",
    { class: `message ${manner}`, "data-ts": given.ts },
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
    given.files?.map((file) => h("p", { class: "file" }, "📄 ", link(file.url_private, file.name))),
    given.edited && h("small", { class: "edited" }, reader.words.edited),
  );
}

function reactions(given, { reader, actions }) {
  if (!given.reactions?.length) return null;
  return h("p", { class: "reactions" }, given.reactions.map(({ name, users }) => {
    const people = users.map((id) => nameOf(reader.person(id))).join(", ");
    const attributes = {
      class: "reaction",
      title: people,
      "data-focus": `reaction-${name}`,
      "aria-label": reader.words.reactedWith(name, people),
      "aria-pressed": String(users.includes(reader.me.id)),
      onclick: () => actions.react(given, name),
    };
    return button(attributes, emoji(name), h("span", {}, String(users.length)));
  }));
}

function replies(given, { reader, actions }) {
  if (!given.reply_count) return null;
  const attributes = { class: "replies", "data-focus": "replies", onclick: () => actions.openThread(given.ts) };
  return button(attributes, reader.words.replies(given.reply_count));
}

const dismissal = (given, { reader, actions }) =>
  button({ class: "quiet", onclick: () => actions.dismiss(given.id) }, reader.words.dismiss);

function tools(given, context) {
  const { words } = context.reader;
  const open = () => context.actions.openThread(given.thread_ts ?? given.ts);
  const thread = tool("thread", "💬", words.replyInThread, open);
  const more = tool("more", "⋮", words.moreActions, () => openMenu(more, menuItems(given, context)));
  more.setAttribute("aria-haspopup", "menu");
  return h("div", { class: "tools" }, !context.inThread && thread, more);
}

const tool = (key, sign, name, act) =>
  button({ "data-focus": key, "aria-label": name, title: name, onclick: act }, sign);

function menuItems(given, { reader, actions }) {
  const reactions = QUICK_REACTIONS.map((name) => ({
    label: emoji(name),
    name: reader.words.addReaction(name),
    kind: "quick",
    act: () => actions.react(given, name),
  }));
  const shortcuts = reader.shortcuts
    .filter((each) => each.type === "message")
    .map((each) => ({ label: each.name, act: () => actions.shortcut(each, given) }));
  return [...reactions, "line", ...shortcuts, ...ownItems(given, reader, actions)];
}

/** What one may do with what one has said; admins of the workspace may delete what others said. */
function ownItems(given, { me, words }, actions) {
  const isMine = given.user === me.id && !given.subtype;
  const edit = isMine && { label: words.editMessage, act: () => actions.edit(given) };
  const remove = (isMine || me.is_admin) && { label: words.deleteMessage, act: () => actions.remove(given) };
  return edit || remove ? ["line", edit, remove].filter(Boolean) : [];
}
