/** Days and times in the zone of the running app's clock. Days are strings such as "2026-11-27". */
import { dayOf, shown } from "./dates.js";

/** A reader whose clock hangs in that zone. */
export const makeDeskDates = (reader, zone) => ({ locale: reader.locale, lang: reader.lang, tz: zone });

export const timeOf = (seconds, dates) => shown(seconds, dates, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const secondsOf = (seconds, dates) =>
  shown(seconds, dates, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
export const dateOf = (seconds, dates) => shown(seconds, dates, { month: "short", day: "numeric", weekday: "short" });
export const clockOf = (seconds, dates) => `${dateOf(seconds, dates)} ${timeOf(seconds, dates)}`;
export const dayIn = (seconds, dates) => dayOf(seconds, dates);

const noon = (day) => new Date(`${day}T12:00:00Z`);
const written = (date) => date.toISOString().slice(0, 10);

export function plusDays(day, count) {
  const date = noon(day);
  date.setUTCDate(date.getUTCDate() + count);
  return written(date);
}

/** The first of the month that is `count` after that of the day. */
export function monthOf(day, count = 0) {
  const date = noon(day);
  return written(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1, 12)));
}

/** Weeks of seven days from Monday on; days of other months are null. */
export function weeksOf(first) {
  const month = first.slice(0, 7);
  const before = (noon(first).getUTCDay() + 6) % 7;
  const weeks = [];
  for (let monday = plusDays(first, -before); monday < monthOf(first, 1); monday = plusDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => plusDays(monday, index)).map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

const named = (day, dates, options) => new Intl.DateTimeFormat(dates.locale, { timeZone: "UTC", ...options }).format(noon(day));

export const monthName = (day, dates) => named(day, dates, { year: "numeric", month: "long" });
export const dayName = (day, dates) => named(day, dates, { month: "long", day: "numeric", weekday: "long" });
export const weekdayName = (day, dates) => named(day, dates, { weekday: "narrow" });
export const isWeekend = (day) => [0, 6].includes(noon(day).getUTCDay());
