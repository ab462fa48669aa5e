/** Where a select menu's options come from: its own list, the people, or the channels of the reader. */
import { channelTitle, nameOf } from "./reader.js";
import { plain } from "./texts.js";

const optionItems = (options) =>
  options.map((option) => ({ value: option.value, label: plain(option.text), state: option }));

function staticGroups(element) {
  if (!element.option_groups) return [{ items: optionItems(element.options ?? []) }];
  return element.option_groups.map((group) => ({ label: plain(group.label), items: optionItems(group.options) }));
}

const people = (element, reader) => [
  { items: reader.people.map((person) => ({ value: person.id, label: nameOf(person), state: person.id })) },
];

const channelItems = (channels, reader) => [
  { items: channels.map((each) => ({ value: each.id, label: channelTitle(each, reader), state: each.id })) },
];

const conversations = (element, reader) => {
  const { include, exclude_bot_users: withoutApps } = element.filter ?? {};
  const app = (each) => each.kind === "im" && each.members.includes(reader.app.id);
  const fits = (each) => (!include || include.includes(each.kind)) && !(withoutApps && app(each));
  return channelItems(reader.channels.filter(fits), reader);
};

const publicChannels = (element, reader) =>
  channelItems(reader.channels.filter((each) => each.kind === "public"), reader);

const KINDS = {
  static: { name: "option", groups: staticGroups, value: (option) => option?.value },
  users: { name: "user", groups: people, value: (id) => id },
  conversations: { name: "conversation", groups: conversations, value: (id) => id },
  channels: { name: "channel", groups: publicChannels, value: (id) => id },
};

const kindOf = (element) => KINDS[element.type.replace(/^multi_|_select$/g, "")];

/** For a menu of one choice: {groups, key, initial, value}; `key` is the name of Slack's state. */
export function source(element, reader) {
  const { name, groups, value } = kindOf(element);
  const here = element.default_to_current_conversation ? reader.here : null;
  const initial = element[`initial_${name}`] ?? here;
  return { groups: groups(element, reader), key: `selected_${name}`, initial, value };
}

/** The same for a menu of many. */
export function multiSource(element, reader) {
  const { name, groups, value } = kindOf(element);
  const initial = element[`initial_${name}s`];
  return { groups: groups(element, reader), key: `selected_${name}s`, initial, value };
}
