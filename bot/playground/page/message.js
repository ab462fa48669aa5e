/** One message: who, when, what, and what can be done with it. */
import { attachment } from "./attachments.js";
import { avatar } from "./avatar.js";
import { block } from "./blocks.js";
import { askConfirm } from "./confirm.js";
import { clockTime, fullTime } from "./dates.js";
import { button, h } from "./dom.js";
import { askText } from "./edit.js";
import { emoji } from "./emoji.js";
import { link } from "./links.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { openPicker } from "./picker.js";
import { nameOf } from "./reader.js";
import { messageSurface } from "./surface.js";
import { picture } from "./texts.js";

const QUICK_REACTIONS = ["memo", "white_check_mark", "eyes", "+1"];

/** A notice of the page itself is a message without a `user`. */
export function message(given, context) {
  const { words } = context.reader;
  const person = context.reader.person(given.user);
  const manner = given.ephemeral ? "ephemeral" : context.follows ? "follows" : "";
  return h(
    "li",
    { class: `message ${manner}`, "data-ts": given.ts, tabindex: "-1" },
    avatar(person),
    h(
      "div",
      { class: "message-body" },
      given.ephemeral && h("p", { class: "only-you" }, "👁 ", h("span", {}, words.onlyYou)),
      byline(given, person, context),
      given.subtype === "thread_broadcast" && !context.inThread && broadcast(given, context),
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

function content(given, context) {
  const { reader, log } = context;
  const row = () => log.querySelector(`[data-ts="${CSS.escape(given.ts)}"]`);
  const surface = messageSurface(given, row, context);
  const blocks = given.blocks?.length ? given.blocks.map((each) => block(each, surface)) : null;
  const text = given.text && h("div", { class: "mrkdwn" }, mrkdwn(given.text, reader));
  return h(
    "div",
    { class: "content" },
    blocks ?? text,
    given.attachments?.map((each) => attachment(each, surface)),
    given.files?.map((each) => file(each, reader)),
    given.edited && h("small", { class: "edited" }, reader.words.edited),
  );
}

function file(given, reader) {
  const shown = given.mimetype?.startsWith("image/") && { image_url: given.url_private, alt_text: given.title };
  return [h("p", { class: "file" }, "📄 ", link(given.url_private, given.name)), shown && picture(shown, reader)];
}

function reactions(given, { reader, actions }) {
  if (!given.reactions?.length) return null;
  return h("p", { class: "reactions" }, given.reactions.map(({ name, users }) => {
    const people = users.map((id) => nameOf(reader.person(id))).join(", ");
    const attributes = {
      key: name,
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

const broadcast = (given, { reader, actions }) =>
  button({ class: "quiet", onclick: () => actions.openThread(given.thread_ts) }, reader.words.repliedInThread);

const dismissal = (given, { reader, actions }) =>
  button({ class: "quiet", onclick: () => actions.dismiss(given.id) }, reader.words.dismiss);

function tools(given, context) {
  const { words } = context.reader;
  const open = () => context.actions.openThread(given.thread_ts ?? given.ts);
  const pick = ({ currentTarget }) => pickReaction(currentTarget, given, context);
  const menu = ({ currentTarget }) => openMenu(currentTarget, menuItems(currentTarget, given, context));
  return h(
    "div",
    { class: "tools" },
    tool("react", "☺", words.addReactionTo, pick),
    !context.inThread && tool("thread", "💬", words.replyInThread, open),
    tool("more", "⋮", words.moreActions, menu, { "aria-haspopup": "menu" }),
  );
}

const tool = (key, sign, name, act, more = {}) =>
  button({ key, "data-focus": key, "aria-label": name, title: name, onclick: act, ...more }, sign);

const pickReaction = (anchor, given, { reader, actions }) =>
  openPicker(anchor, reader, (name) => actions.react(given, name));

function menuItems(anchor, given, context) {
  const { reader, actions } = context;
  const reactions = QUICK_REACTIONS.map((name) => ({
    label: emoji(name),
    name: reader.words.addReaction(name),
    kind: "quick",
    act: () => actions.react(given, name),
  }));
  const picker = { label: reader.words.addReactionTo, act: () => pickReaction(anchor, given, context) };
  const shortcuts = reader.shortcuts
    .filter((each) => each.type === "message")
    .map((each) => ({ label: each.name, act: () => actions.shortcut(each, given) }));
  return [...reactions, picker, "line", ...shortcuts, ...ownItems(given, context)];
}

function ownItems(given, { reader, actions }) {
  const own = given.user === reader.me.id && !given.subtype;
  if (!own) return [];
  const { words } = reader;
  const edit = async () => {
    const text = await askText(given, reader);
    if (text !== null) actions.edit(given, text);
  };
  const remove = async () => {
    const text = (sentence) => ({ type: "plain_text", text: sentence });
    const question = { title: text(words.deleteMessage), text: text(words.deleteForGood), confirm: text(words.delete) };
    if (await askConfirm({ ...question, deny: text(words.cancel), style: "danger" }, reader)) actions.remove(given);
  };
  return ["line", { label: words.editMessage, act: edit }, { label: words.deleteMessage, kind: "grave", act: remove }];
}
