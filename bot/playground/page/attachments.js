/** The older way of apps to add to a message: a coloured bar with a title, a text, fields and a footer. */
import { block } from "./blocks.js";
import { h } from "./dom.js";
import { link } from "./links.js";
import { mrkdwn } from "./mrkdwn.js";
import { picture } from "./texts.js";

const NAMED = { good: "2eb67d", warning: "e0a729", danger: "d7263d" };

export function attachment(given, surface) {
  const { reader } = surface;
  const node = h(
    "div",
    { class: "attachment" },
    given.author_name && h("p", { class: "hint" }, given.author_name),
    given.title && h("p", {}, h("strong", {}, link(given.title_link ?? "", given.title) ?? given.title)),
    given.blocks ? given.blocks.map((each) => block(each, surface)) : text(given, reader),
    given.fields && h("div", { class: "fields" }, given.fields.map((each) => field(each, reader))),
    given.image_url && picture(given, reader),
    given.footer && h("p", { class: "hint" }, given.footer),
  );
  const colour = /^#?([0-9a-f]{6})$/i.exec(NAMED[given.color] ?? given.color ?? "")?.[1];
  if (colour) node.style.borderColor = `#${colour}`;
  const before = given.pretext && h("div", { class: "mrkdwn" }, mrkdwn(given.pretext, reader));
  return [before, node];
}

const text = (given, reader) =>
  h("div", { class: "mrkdwn" }, mrkdwn(given.text ?? given.fallback ?? "", reader));

const field = ({ title, value }, reader) =>
  h("div", { class: "mrkdwn" }, h("strong", {}, title), "\n", mrkdwn(value ?? "", reader));
