/** Slack's text objects and images as nodes. */
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";

/** A plain_text object as a string. */
export const plain = (text) => (text.emoji === false ? text.text : withEmoji(text.text));

/** A text object, plain_text or mrkdwn, as nodes. */
export const textOf = (text, reader) => (text.type === "mrkdwn" ? mrkdwn(text.text, reader) : [plain(text)]);

const addressOf = (given) => given.image_url ?? given.slack_file?.url ?? "";

/** Nothing is fetched from outside, so an image from there is a link with its words. */
export function imageLink(given, reader) {
  const words = [given.title && plain(given.title), given.alt_text].filter(Boolean);
  const name = `🖼 ${words.join(" – ") || reader.words.image}`;
  return link(addressOf(given), name) ?? name;
}

/** An image of this server's own is shown. */
export function picture(given, reader) {
  const address = addressOf(given);
  const own = URL.canParse(address) && new URL(address).origin === location.origin;
  if (!own) return h("p", { class: "image" }, imageLink(given, reader));
  const title = given.title && h("figcaption", { class: "hint" }, plain(given.title));
  return h("figure", { class: "picture" }, title, h("img", { src: address, alt: given.alt_text ?? "" }));
}
