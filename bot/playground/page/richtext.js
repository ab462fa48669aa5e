/** rich_text blocks: what Slack's own composer writes, and some apps. */
import { dateTemplate } from "./dates.js";
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./links.js";
import { channelMention, personMention } from "./mrkdwn.js";

const parts = {
  rich_text_section: (part, reader) => h("div", { class: "mrkdwn" }, leaves(part, reader)),
  rich_text_quote: (part, reader) => h("blockquote", { class: "mrkdwn" }, leaves(part, reader)),
  rich_text_preformatted: (part, reader) => h("pre", {}, leaves(part, reader)),
  rich_text_list: list,
};

const unknown = (part, reader) => h("span", { class: "unknown" }, reader.words.cannotShow(part.type));

export const richText = (block, reader) =>
  h("div", {}, block.elements.map((part) => (parts[part.type] ?? unknown)(part, reader)));

function list(part, reader) {
  const items = part.elements.map((each) => h("li", { class: "mrkdwn" }, leaves(each, reader)));
  const attributes = { class: `indent-${Math.min(part.indent ?? 0, 4)}`, start: part.offset ? part.offset + 1 : null };
  return h(part.style === "ordered" ? "ol" : "ul", attributes, items);
}

const leaves = (part, reader) => part.elements.map((leaf) => styled(leaf, read(leaf, reader)));

const kinds = {
  text: (leaf) => leaf.text,
  link: (leaf) => link(leaf.url, leaf.text || leaf.url) ?? (leaf.text || leaf.url),
  emoji: (leaf) => emoji(leaf.name),
  user: (leaf, reader) => personMention(leaf.user_id, "", reader),
  channel: (leaf, reader) => channelMention(leaf.channel_id, "", reader),
  broadcast: (leaf) => h("span", { class: "mention me" }, `@${leaf.range}`),
  date: (leaf, reader) => dateTemplate(leaf.timestamp, leaf.format, reader),
};

const read = (leaf, reader) => (kinds[leaf.type] ?? unknown)(leaf, reader);

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };

function styled(leaf, node) {
  const tags = Object.keys(STYLES).filter((style) => leaf.style?.[style]);
  return tags.reduce((inner, style) => h(STYLES[style], {}, inner), node);
}
