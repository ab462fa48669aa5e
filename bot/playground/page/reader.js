/** The person through whose eyes the page looks: their language, their time zone and the names they know. */
import { dayOf, nowOf } from "./dates.js";
import { wordsFor } from "./words.js";

const SLACKBOT = "USLACKBOT";
const LOCALES = { ja: "ja-JP", en: "en-US" };

const stamps = new Map();

/** A short mark that is the same as long as the content is. */
function stampOf(content) {
  const key = JSON.stringify(content);
  if (!stamps.has(key)) stamps.set(key, `reader-${stamps.size}`);
  return stamps.get(key);
}

export function readerOf(state) {
  const locale = LOCALES[state.lang] ?? state.me?.locale ?? "en-US";
  const people = new Map(state.people.map((person) => [person.id, person]));
  const channels = new Map(state.channels.map((channel) => [channel.id, channel]));
  const { drift, me } = state;
  const names = state.channels.map(({ id, name }) => [id, name]);
  const today = dayOf(nowOf(state), { locale, tz: me?.tz });
  return {
    locale,
    lang: locale.split("-")[0],
    tz: me?.tz,
    drift,
    me,
    app: state.app,
    words: wordsFor(locale),
    person: (id) => people.get(id),
    channel: (id) => channels.get(id),
    people: state.people.filter((person) => !person.deleted && person.id !== SLACKBOT),
    channels: state.channels,
    shortcuts: state.shortcuts,
    here: state.channel,
    stamp: stampOf([state.as, locale, today, state.people, state.shortcuts, names]),
  };
}

export const nameOf = (person) => person?.display_name || person?.real_name || person?.name || "?";

function othersIn(channel, reader) {
  const others = channel.members.filter((id) => id !== reader.me.id);
  return others.length ? others : channel.members;
}

/** The names of these people in one line. */
export const listed = (ids, reader) =>
  ids.map((id) => nameOf(reader.person(id))).join(reader.lang === "ja" ? "、" : ", ");

/** As it stands in the sidebar: the other people's names for direct messages. */
export function channelName(channel, reader) {
  if (channel.kind !== "im" && channel.kind !== "mpim") return channel.name;
  return listed(othersIn(channel, reader), reader);
}

/** As people say it: "#general", or a name for direct messages. */
export function channelTitle(channel, reader) {
  const direct = channel.kind === "im" || channel.kind === "mpim";
  return direct ? channelName(channel, reader) : `#${channel.name}`;
}
