/** The markdown block: headings, lists, tick boxes, quotes, rules, tables, code, links and emphasis. */
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./links.js";

const CODE = /^```[^\n]*\n([\s\S]*?)\n?```$\n?/m;

export function markdown(text) {
  return text.split(CODE).flatMap((part, index) => (index % 2 ? h("pre", {}, part) : groups(part)));
}

/** The first that fits; what is not `whole` leaves the mark it begins with behind. */
const KINDS = [
  { pattern: /^\s*([-*_])(\s*\1){2,}\s*$/, whole: true, draw: (lines) => lines.map(() => h("hr")) },
  { pattern: /^#{1,6}\s+/, whole: true, draw: (lines) => lines.map(heading) },
  { pattern: /^\s*\|.*\|\s*$/, whole: true, draw: table },
  { pattern: /^> ?/, draw: (lines) => h("blockquote", {}, groups(lines.join("\n"))) },
  { pattern: /^\s*[-*+] +/, draw: (lines) => h("ul", {}, lines.map(item)) },
  { pattern: /^\s*\d+[.)] +/, draw: (lines) => h("ol", {}, lines.map(item)) },
  { pattern: /\S/, whole: true, draw: (lines) => h("p", {}, inline(lines.join("\n").trim())) },
];

/** Neighbouring lines of one kind belong together; an empty line parts paragraphs. */
function groups(text) {
  const found = [];
  for (const line of text.split("\n")) {
    const kind = KINDS.find(({ pattern }) => pattern.test(line));
    if (!found.length || found.at(-1).kind !== kind) found.push({ kind, lines: [] });
    found.at(-1).lines.push(!kind || kind.whole ? line : line.replace(kind.pattern, ""));
  }
  return found.filter(({ kind }) => kind).flatMap(({ kind, lines }) => kind.draw(lines));
}

function heading(line) {
  const [, marks, words] = /^(#{1,6})\s+(.*)$/.exec(line);
  return h("p", { class: "heading", role: "heading", "aria-level": Math.min(marks.length + 2, 6) }, inline(words));
}

function item(line) {
  const tick = /^\[([ xX])\]\s+/.exec(line);
  return h("li", {}, tick && (tick[1] === " " ? "☐ " : "☑ "), inline(tick ? line.slice(tick[0].length) : line));
}

function table(lines) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
  const isRule = (line) => /^[\s|:-]+$/.test(line);
  const [names, ...rows] = lines.filter((line) => !isRule(line)).map(cells);
  const row = (tag) => (texts) => h("tr", {}, texts.map((text) => h(tag, {}, inline(text))));
  const head = h("thead", {}, row("th")(names));
  return h("div", { class: "table" }, h("table", {}, head, h("tbody", {}, rows.map(row("td")))));
}

const SPAN = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\[(?<label>[^\\]\\n]+)\\]\\((?<target>[^)\\s]+)\\)",
    "(?<url>https?://[^\\s<>|、。「」（）]+[^\\s<>|、。「」（）.,;:!?)*_~])",
    "\\*\\*(?<strong>[^\\n]+?)\\*\\*",
    "~~(?<gone>[^\\n]+?)~~",
    "(?<![\\p{L}\\p{N}*_])(?<mark>[*_])(?=\\S)(?<em>[^\\n]*?\\S)\\k<mark>(?![\\p{L}\\p{N}*_])",
  ].join("|"),
  "gu",
);

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(SPAN)) {
    nodes.push(withEmoji(text.slice(end, match.index)), span(match.groups, match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, withEmoji(text.slice(end))];
}

function span({ code, label, target, url, strong, gone, em }, whole) {
  if (code) return h("code", {}, code);
  if (label) return link(target, label) ?? whole;
  if (url) return link(url, url) ?? whole;
  if (strong) return h("strong", {}, inline(strong));
  return gone ? h("s", {}, inline(gone)) : h("em", {}, inline(em));
}
