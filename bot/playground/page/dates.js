/** Instants (seconds since 1970) in the reader's language and time zone. */

import { now } from "./now.js";

const formats = new Map();

function format(reader, options) {
  const key = `${reader.locale} ${reader.tz} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }));
  }
  return formats.get(key);
}

export const shown = (seconds, reader, options) => format(reader, options).format(new Date(seconds * 1000));

const LONG = { year: "numeric", month: "long", day: "numeric" };
const SHORT = { year: "numeric", month: "short", day: "numeric" };
const FULL = { ...LONG, weekday: "long" };
const CLOCK = { hour: "numeric", minute: "2-digit" };

export const clockTime = (seconds, reader) => shown(seconds, reader, CLOCK);

/** The calendar day as YYYY-MM-DD in the reader's time zone. */
export function dayOf(seconds, reader) {
  const parts = format(reader, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(seconds * 1000);
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function nearDay(seconds, reader) {
  const near = { today: now(), yesterday: now() - 86400, tomorrow: now() + 86400 };
  const day = dayOf(seconds, reader);
  const name = Object.keys(near).find((each) => dayOf(near[each], reader) === day);
  return name && reader.words[name];
}

export const dayTitle = (seconds, reader) =>
  nearDay(seconds, reader) ?? shown(seconds, reader, { month: "long", day: "numeric", weekday: "long" });

export const fullTime = (seconds, reader) => shown(seconds, reader, { ...FULL, ...CLOCK });

const pretty = (options) => (seconds, reader) =>
  nearDay(seconds, reader)?.toLowerCase() ?? shown(seconds, reader, options);
const plain = (options) => (seconds, reader) => shown(seconds, reader, options);

const tokens = {
  date_num: dayOf,
  date_slash: (seconds, reader) => dayOf(seconds, reader).replaceAll("-", "/"),
  date: plain(LONG),
  date_short: plain(SHORT),
  date_long: plain(FULL),
  date_long_full: plain(LONG),
  date_pretty: pretty(LONG),
  date_short_pretty: pretty(SHORT),
  date_long_pretty: pretty(FULL),
  time: clockTime,
  time_secs: plain({ ...CLOCK, second: "2-digit" }),
};

/** Slack's date templates, such as "{date_short_pretty} {time}"; a token it does not know is left as it stands. */
export function dateTemplate(seconds, template, reader) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => tokens[name]?.(seconds, reader) ?? whole);
}
