/** What the composer offers while a person types: commands, people, channels. */
import { builtinList } from "./builtins.js";
import { emoji, emojiNames } from "./emoji.js";
import { nameOf } from "./reader.js";

const LIMIT = 8;

/**
 * {from, items: [{insert, label, detail}], exact}: the items would replace the text from `from` to the
 * caret; `exact` is true when what stands there is already one of them. Or null.
 */
export function suggestions(text, caret, { reader, commands }) {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before);
  if (command) return offer(0, before, commandItems(commands, reader));
  const word = /(?:^|[\s(（、。「])([@#][^\s@#]*|:[a-z0-9_+-]{2,})$/.exec(before);
  if (!word) return usage(before, commands, reader);
  const items = { "@": personItems, "#": channelItems, ":": emojiItems }[word[1][0]](reader);
  return offer(caret - word[1].length, word[1], items);
}

function offer(from, typed, items) {
  const wanted = typed.toLowerCase();
  const fitting = items.filter((item) => item.names.some((name) => name.toLowerCase().startsWith(wanted)));
  if (!fitting.length) return null;
  return { from, items: fitting.slice(0, LIMIT), exact: fitting.some((item) => item.names.includes(typed)) };
}

/** None in threads, where Slack takes no commands. */
const commandItems = (commands, reader) =>
  (commands ? [...commands, ...builtinList(reader.words)] : []).map(({ command, description, usage_hint }) => ({
    insert: command,
    names: [command],
    label: `${command} ${usage_hint ?? ""}`.trim(),
    detail: description,
  }));

/** After the command's name: how it goes on, nothing to choose. */
function usage(before, commands, reader) {
  const name = /^(\/\S+)\s/.exec(before)?.[1];
  const items = commandItems(commands, reader).filter((item) => item.insert === name);
  return items.length ? { from: 0, items, exact: true } : null;
}

const personItems = (reader) => [
  ...reader.people.map((person) => ({
    insert: `@${person.name}`,
    names: namesOf(person).map((name) => `@${name}`),
    label: nameOf(person),
    detail: `@${person.name}`,
  })),
  ...["@here", "@channel"].map((name) => ({ insert: name, names: [name], label: name, detail: "" })),
];

/** The parts of the real name too: "Emma Brown" is found by "Brown". */
const namesOf = ({ name, display_name, real_name }) => [name, display_name, real_name, ...real_name.split(/\s+/)];

const channelItems = (reader) =>
  reader.channels
    .filter((each) => each.kind === "public" || each.kind === "private")
    .map(({ name }) => ({ insert: `#${name}`, names: [`#${name}`], label: `#${name}`, detail: "" }));

const emojiItems = () =>
  emojiNames.map((name) => ({ insert: `:${name}:`, names: [`:${name}:`], label: emoji(name), detail: `:${name}:` }));
