/** Slack's text objects and images as nodes. */
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";

/** A plain_text object as a string. */
export const plain = (text) => (text.emoji === false ? text.text : withEmoji(text.text));

/** A text object, plain_text or mrkdwn, as nodes. */
export const textOf = (text, reader) => (text.type === "mrkdwn" ? mrkdwn(text.text, reader) : [plain(text)]);

/** Nothing is fetched from outside, so an image is a link with its words. */
export function imageLink(given, reader) {
  const name = `🖼 ${(given.title && plain(given.title)) || given.alt_text || reader.words.image}`;
  return link(given.image_url ?? given.slack_file?.url ?? "", name) ?? name;
}
