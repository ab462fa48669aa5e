/** The person through whose eyes the page looks: their language, their time zone and the names they know. */
import { wordsFor } from "./words.js";

const SLACKBOT = "USLACKBOT";
const LOCALES = { ja: "ja-JP", en: "en-US" };

export function readerOf(state) {
  const locale = LOCALES[state.lang] ?? state.me?.locale ?? "en-US";
  const people = new Map(state.people.map((person) => [person.id, person]));
  const channels = new Map(state.channels.map((channel) => [channel.id, channel]));
  return {
    locale,
    lang: locale.split("-")[0],
    tz: state.me?.tz,
    me: state.me,
    words: wordsFor(locale),
    person: (id) => people.get(id),
    channel: (id) => channels.get(id),
    people: state.people.filter((person) => !person.deleted && person.id !== SLACKBOT),
    channels: state.channels,
    shortcuts: state.shortcuts,
    here: state.channel,
    stamp: JSON.stringify([state.as, locale, state.people, state.shortcuts, state.channels.map(({ id, name }) => [id, name])]),
  };
}

export const nameOf = (person) => person?.display_name || person?.real_name || person?.name || "?";

function othersIn(channel, reader) {
  const others = channel.members.filter((id) => id !== reader.me.id);
  return others.length ? others : channel.members;
}

/** As it stands in the sidebar: the other people's names for direct messages. */
export function channelName(channel, reader) {
  if (channel.kind !== "im" && channel.kind !== "mpim") return channel.name;
  return othersIn(channel, reader).map((id) => nameOf(reader.person(id))).join(reader.lang === "ja" ? "、" : ", ");
}

/** As people say it: "#general", or a name for direct messages. */
export function channelTitle(channel, reader) {
  const direct = channel.kind === "im" || channel.kind === "mpim";
  return direct ? channelName(channel, reader) : `#${channel.name}`;
}
