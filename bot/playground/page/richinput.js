/**
 * The field for formatted text: a text box that takes the marks of Slack's composer (*bold*, _italic_, ~struck~,
 * `code`, lists, quotes, ``` blocks) and gives a rich_text block.
 */
import { h } from "./dom.js";

export function richTextInput(element, { name, kept, changed, reader }) {
  const node = h("textarea", {
    rows: 5,
    "aria-label": name,
    lang: reader.lang,
    placeholder: element.placeholder?.text,
    autofocus: element.focus_on_load,
    onchange: ({ currentTarget }) => changed(currentTarget),
  });
  node.value = marked((kept ? kept.rich_text_value : element.initial_value) ?? { elements: [] });
  return { node, read: ({ value }) => ({ rich_text_value: value.trim() ? richText(value) : null }) };
}

const KINDS = [
  { type: "rich_text_quote", pattern: /^> ?/ },
  { type: "rich_text_list", style: "bullet", pattern: /^[-•*] +/ },
  { type: "rich_text_list", style: "ordered", pattern: /^\d+[.)] +/ },
];

/** What was typed as a rich_text block. */
export function richText(text) {
  const parts = text.split(/^```\n?([\s\S]+?)\n?```$\n?/m);
  const elements = parts.flatMap((part, index) => (index % 2 ? [preformatted(part)] : lines(part)));
  return { type: "rich_text", elements };
}

const preformatted = (text) => ({ type: "rich_text_preformatted", elements: [{ type: "text", text }] });

function lines(text) {
  const groups = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const kind = KINDS.find(({ pattern }) => pattern.test(line));
    const bare = kind ? line.replace(kind.pattern, "") : line;
    if (!groups.length || groups.at(-1).kind !== kind) groups.push({ kind, lines: [] });
    groups.at(-1).lines.push(bare);
  }
  return groups.filter(({ kind, lines: found }) => kind || found.some(Boolean)).map(part);
}

function part({ kind, lines: found }) {
  const section = (line) => ({ type: "rich_text_section", elements: leaves(line) });
  if (!kind) return section(found.join("\n"));
  if (kind.style) return { type: kind.type, style: kind.style, elements: found.map(section) };
  return { type: kind.type, elements: leaves(found.join("\n")) };
}

const MARKS = { "*": "bold", _: "italic", "~": "strike", "`": "code" };
const LEAF = new RegExp(
  [
    "(?<url>https?://[^\\s<>]+)",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<mark>[*_~`])(?=\\S)(?<inner>[^\\n]*?\\S)\\k<mark>(?![\\p{L}\\p{N}])",
  ].join("|"),
  "gu",
);

function leaves(text) {
  const found = [];
  let end = 0;
  const plain = (upTo) => upTo > end && found.push({ type: "text", text: text.slice(end, upTo) });
  for (const match of text.matchAll(LEAF)) {
    plain(match.index);
    found.push(leaf(match.groups));
    end = match.index + match[0].length;
  }
  plain(text.length);
  return found;
}

function leaf({ url, emoji, mark, inner }) {
  if (url) return { type: "link", url };
  if (emoji) return { type: "emoji", name: emoji };
  return { type: "text", text: inner, style: { [MARKS[mark]]: true } };
}

/** A rich_text block as one would type it. */
function marked(block) {
  return block.elements.map(written).join("\n");
}

function written(element) {
  const inner = (each) => each.elements.map(typed).join("");
  if (element.type === "rich_text_preformatted") return `\`\`\`\n${inner(element)}\n\`\`\``;
  if (element.type === "rich_text_quote") return inner(element).replace(/^/gm, "> ");
  if (element.type !== "rich_text_list") return inner(element);
  const sign = (index) => (element.style === "ordered" ? `${index + 1}. ` : "- ");
  return element.elements.map((each, index) => sign(index) + inner(each)).join("\n");
}

function typed({ type, text, url, name, style = {} }) {
  if (type === "emoji") return `:${name}:`;
  const marks = Object.keys(MARKS).filter((mark) => style[MARKS[mark]]);
  return marks.reduce((inner, mark) => `${mark}${inner}${mark}`, text ?? url ?? "");
}
