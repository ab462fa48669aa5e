/** One message: who, when, what, and what can be done with it. */
import { attachment } from "./attachments.js";
import { avatar } from "./avatar.js";
import { block } from "./blocks.js";
import { clockTime, fullTime } from "./dates.js";
import { button, h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";
import { nameOf } from "./reader.js";
import { messageSurface } from "./surface.js";
import { picture } from "./texts.js";
import { tools } from "./tools.js";

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
