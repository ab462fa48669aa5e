/**
 * Slack's blocks as DOM. A `surface` is where they stand, a message, a form or a home tab (see surface.js).
 */
import { control, identity } from "./controls.js";
import { h } from "./dom.js";
import { input } from "./inputs.js";
import { link } from "./links.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { imageLink, picture, plain, textOf } from "./texts.js";

const kinds = {
  section,
  header: (block) => h("p", { class: "heading", role: "heading", "aria-level": 3 }, plain(block.text)),
  divider: () => h("hr"),
  context: (block, surface) => h("div", { class: "context" }, block.elements.map((each) => contextPart(each, surface))),
  actions,
  context_actions: actions,
  image: (block, surface) => picture(block, surface.reader),
  rich_text: (block, surface) => richText(block, surface.reader),
  markdown: (block, surface) => h("div", { class: "mrkdwn markdown" }, markdown(block.text)),
  table,
  video,
  file: (block, surface) => h("p", { class: "file" }, "📄 ", surface.reader.words.externalFile(block.external_id)),
  input,
};

export function block(given, surface) {
  const kind = kinds[given.type];
  const node = kind ? kind(given, surface) : unknown(given, surface);
  node.key = surface.form ? given.block_id : lineOf(given);
  return node;
}

/** What tells a message's blocks apart is what their elements do: ids may be new with each change. */
function lineOf({ accessory, elements = [] }) {
  const acting = [accessory, ...elements].filter((each) => each?.action_id);
  return acting.length ? acting.map((each) => identity(each)).join() : undefined;
}

const unknown = (given, surface) => h("p", { class: "unknown" }, surface.reader.words.cannotShow(given.type));

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

/** The first row names the columns. */
function table({ rows, column_settings: settings = [] }, { reader }) {
  const cell = (tag) => (given, column) => {
    const { align, is_wrapped: wrapped } = settings[column] ?? {};
    const manner = [align && `align-${align}`, wrapped && "wrapped"].filter(Boolean).join(" ");
    return h(tag, { class: manner || null, scope: tag === "th" ? "col" : null }, cellText(given, reader));
  };
  const [names = [], ...others] = rows;
  const lines = others.map((row) => h("tr", {}, row.map(cell("td"))));
  const head = h("thead", {}, h("tr", {}, names.map(cell("th"))));
  return h("div", { class: "table", tabindex: "0" }, h("table", {}, head, h("tbody", {}, lines)));
}

function cellText(given, reader) {
  if (given?.type === "rich_text") return richText(given, reader);
  return given?.text ?? String(given?.value ?? "");
}

/** Nothing is fetched from outside: the film is a link with its words. */
function video(given) {
  const title = plain(given.title);
  const by = [given.provider_name, given.author_name].filter(Boolean).join(" · ");
  return h(
    "figure",
    { class: "video" },
    h("p", {}, "▶ ", link(given.title_url ?? given.video_url, title) ?? title),
    given.description && h("p", {}, plain(given.description)),
    h("figcaption", { class: "hint" }, by || given.alt_text),
  );
}
