/** Instants (seconds since 1970) in the reader's language and time zone. */

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

const days = new Map();
const QUARTER = 900;

/** The calendar day as YYYY-MM-DD in the reader's time zone; all zones turn days on a quarter of an hour. */
export function dayOf(seconds, reader) {
  const key = `${reader.tz} ${Math.floor(seconds / QUARTER)}`;
  if (!days.has(key)) days.set(key, calendarDay(seconds, reader));
  return days.get(key);
}

function calendarDay(seconds, reader) {
  const parts = format(reader, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(seconds * 1000);
  const part = (type) => parts.find((each) => each.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The wall time there as YYYY-MM-DDTHH:mm. */
export function wallTime(seconds, reader) {
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: reader.tz, ...clock }).format(seconds * 1000);
  return `${calendarDay(seconds, reader)}T${time}`;
}

/** Seconds since 1970 of a wall time in the reader's time zone; one that comes twice is the later. */
export function instantOf(wall, reader) {
  const wanted = Date.parse(`${wall}Z`) / 1000;
  const off = (seconds) => Date.parse(`${wallTime(seconds, reader)}Z`) / 1000 - wanted;
  const guess = wanted - off(wanted);
  return guess - off(guess);
}

/** Seconds since 1970 on the server's clock, which need not be this machine's. */
export const nowOf = ({ drift }) => Date.now() / 1000 + drift;

function nearDay(seconds, reader) {
  const now = nowOf(reader);
  const near = { today: now, yesterday: now - 86400, tomorrow: now + 86400 };
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
