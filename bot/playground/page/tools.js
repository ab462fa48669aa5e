/** What can be done with a message: reactions, its thread, and the menu "More actions". */
import { askConfirm } from "./confirm.js";
import { button, h } from "./dom.js";
import { askText } from "./edit.js";
import { emoji } from "./emoji.js";
import { openMenu } from "./menu.js";
import { openPicker } from "./picker.js";

const QUICK_REACTIONS = ["memo", "white_check_mark", "eyes", "+1"];

export function tools(given, context) {
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
