/**
 * Slack's blocks as DOM. A `surface` is where they stand, a message or a form:
 * {reader, press(block_id, element, state, node), kept(block_id, action_id), register(field)}.
 */
import { control } from "./controls.js";
import { h } from "./dom.js";
import { input } from "./inputs.js";
import { richText } from "./richtext.js";
import { imageLink, plain, textOf } from "./texts.js";

const kinds = {
  section,
  header: (block) => h("p", { class: "heading", role: "heading", "aria-level": 3 }, plain(block.text)),
  divider: () => h("hr"),
  context: (block, surface) => h("div", { class: "context" }, block.elements.map((each) => contextPart(each, surface))),
  actions,
  image: (block, surface) => h("p", { class: "image" }, imageLink(block, surface.reader)),
  rich_text: (block, surface) => richText(block, surface.reader),
  input,
};

export function block(given, surface) {
  const kind = kinds[given.type];
  return kind ? kind(given, surface) : h("p", { class: "unknown" }, surface.reader.words.cannotShow(given.type));
}

function section(given, surface) {
  const accessory = given.accessory && control(given.accessory, given.block_id, surface);
  return h(
    "div",
    { class: "section" },
    h(
      "div",
      { class: "section-text" },
      given.text && h("div", { class: "mrkdwn" }, textOf(given.text, surface.reader)),
      given.fields && h("div", { class: "fields" }, given.fields.map((each) => field(each, surface))),
    ),
    accessory && h("div", { class: "accessory" }, accessory),
  );
}

const field = (text, surface) => h("div", { class: "mrkdwn" }, textOf(text, surface.reader));

function actions(given, surface) {
  return h("div", { class: "actions" }, given.elements.map((each) => control(each, given.block_id, surface)));
}

function contextPart(element, surface) {
  if (element.type === "image") return h("span", {}, imageLink(element, surface.reader));
  return h("span", { class: "mrkdwn" }, textOf(element, surface.reader));
}
