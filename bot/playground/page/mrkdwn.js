/**
 * Slack's mrkdwn as DOM nodes. A mark formats only where no letter or digit touches it from outside, as in
 * Slack: "日本語*太字*です" stays as typed.
 */
import { dateTemplate } from "./dates.js";
import { button, h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./links.js";
import { channelTitle, nameOf } from "./reader.js";

const SPAN = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<entity>[^<>\\n]+)>",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<url>https?://[^\\s<>|、。「」（）]+)",
    "(?<![\\p{L}\\p{N}])(?<mark>[*_~])(?<!\\k<mark>{2})(?!\\k<mark>)(?=\\S)" +
      "(?<marked>[^\\n]*?\\S)\\k<mark>(?![\\p{L}\\p{N}]|\\k<mark>)",
  ].join("|"),
  "gu",
);
const MARKS = { "*": "strong", _: "em", "~": "s" };

export function mrkdwn(text, reader) {
  const parts = text.split(/\n?```\n?([\s\S]+?)\n?```\n?/);
  return parts.flatMap((part, index) => (index % 2 ? h("pre", {}, entities(part, reader)) : quoted(part, reader)));
}

const QUOTE = /^(?:&gt;|>) ?/;
const QUOTE_ALL = /^(?:&gt;|>){3} ?/;

/** Lines that begin with ">" are quotes; after ">>>" all that follows is one. */
function quoted(text, reader) {
  const groups = [];
  let rest = false;
  for (const line of text.split("\n")) {
    const bare = rest ? line : line.replace(QUOTE_ALL, "").replace(QUOTE, "");
    rest ||= QUOTE_ALL.test(line);
    const quote = rest || bare !== line;
    if (groups.at(-1)?.quote !== quote) groups.push({ quote, lines: [] });
    groups.at(-1).lines.push(bare);
  }
  return groups.flatMap(({ quote, lines }) => {
    const nodes = inline(lines.join("\n"), reader);
    return quote ? h("blockquote", {}, nodes) : nodes;
  });
}

function inline(text, reader) {
  return pieces(text, SPAN, ({ groups, whole }) => {
    if (groups.code) return h("code", {}, entities(groups.code, reader));
    if (groups.entity) return entity(groups.entity, reader);
    if (groups.emoji) return emoji(groups.emoji);
    if (groups.url) return bareUrl(whole);
    return h(MARKS[groups.mark], {}, inline(groups.marked, reader));
  });
}

const entities = (text, reader) => pieces(text, /<([^<>\n]+)>/g, ({ first }) => entity(first, reader));

function pieces(text, pattern, render) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(unescaped(text.slice(end, match.index)));
    nodes.push(render({ whole: match[0], first: match[1], groups: match.groups }));
    end = match.index + match[0].length;
  }
  return [...nodes, unescaped(text.slice(end))].flat().filter((node) => node !== "");
}

export const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function bareUrl(whole) {
  const url = whole.replace(/[.,;:!?)\]}'"*_~]+$/, "");
  return [link(unescaped(url), unescaped(url)), unescaped(whole.slice(url.length))];
}

function entity(body, reader) {
  const [target, label] = split(body);
  if (/^@[UW]/.test(target)) return personMention(target.slice(1), label, reader);
  if (/^#[CG]/.test(target)) return channelMention(target.slice(1), label, reader);
  if (target.startsWith("!")) return special(target.slice(1), label, reader);
  return link(unescaped(target), unescaped(label || target)) ?? unescaped(`<${body}>`);
}

function split(body) {
  const bar = body.indexOf("|");
  return bar < 0 ? [body, ""] : [body.slice(0, bar), body.slice(bar + 1)];
}

export function personMention(id, label, reader) {
  const person = reader.person(id);
  const name = person ? nameOf(person) : unescaped(label) || id;
  return h("span", { class: id === reader.me.id ? "mention me" : "mention" }, `@${name}`);
}

/** A channel the reader may not see is not named, whatever the label says. */
export function channelMention(id, label, reader) {
  const channel = reader.channel(id);
  if (!channel) return h("span", { class: "mention" }, `🔒${reader.words.privateChannel}`);
  return button({ class: "mention", "data-channel": id }, channelTitle(channel, reader));
}

function special(target, label, reader) {
  if (target.startsWith("date^")) return dateEntity(target, label, reader);
  const name = target.startsWith("subteam^") ? unescaped(label) || target : `@${target.split("^")[0]}`;
  return h("span", { class: "mention me" }, name);
}

function dateEntity(target, label, reader) {
  const [, seconds, template, url] = target.split("^");
  if (!/^\d+$/.test(seconds) || !template) return unescaped(label);
  const text = dateTemplate(Number(seconds), unescaped(template), reader);
  const shown = h("time", { datetime: new Date(seconds * 1000).toISOString(), title: unescaped(label) }, text);
  return (url && link(unescaped(url), shown)) || shown;
}
