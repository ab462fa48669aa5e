/** The entries of a conversation: messages, day separators, where the news begins, and notices. */
import { dayOf, dayTitle } from "./dates.js";
import { h } from "./dom.js";
import { message } from "./message.js";
import { makeRoll } from "./roll.js";

const FOLLOWS_WITHIN = 300;

const logs = new WeakMap();

/**
 * Draws `messages` and `notices` (both ordered) into the element `log`; `place` is the channel or the thread
 * they are of, `news` the ts after which they are new to the reader, or null.
 */
export function drawLog(log, { messages, notices, place, news = null, ...context }) {
  const drawn = logs.get(log) ?? { roll: makeRoll(log) };
  logs.set(log, drawn);
  const stamp = [messages, notices, place, news, context.reader.stamp];
  if (drawn.stamp?.every((part, index) => part === stamp[index])) return;
  const jump = drawn.stamp?.[2] !== place;
  drawn.stamp = stamp;
  const items = [...messages, ...notices.map(asMessage)].sort((one, other) => (one.ts < other.ts ? -1 : 1));
  log.dataset.place = place;
  drawn.roll.show(entries(items, news, context.reader), (entry) => dressed(entry, { ...context, log }), jump);
}

/** Who says something sees what comes of it. */
export function showEnd(log) {
  logs.get(log)?.roll.toEnd();
}

/** Brings the message into view wherever it is drawn, and marks it for a moment. */
export function reveal(log, ts) {
  if (!logs.get(log)?.roll.reveal(ts)) return;
  const row = log.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  row.animate([{ background: "var(--me-ground)" }, {}], 2000);
}

const asMessage = (notice) => ({ ...notice, ts: notice.at.toFixed(6), ephemeral: true });

function entries(items, news, reader) {
  const found = [];
  let earlier = null;
  let fresh = news === null;
  for (const item of items) {
    const newDay = !earlier || dayOf(item.ts, reader) !== dayOf(earlier.ts, reader);
    if (newDay) found.push({ key: `day ${dayOf(item.ts, reader)}`, day: item.ts });
    const first = !fresh && item.ts > news && item.user !== reader.me.id;
    if (first) found.push({ key: "news" });
    fresh ||= first;
    found.push({ key: item.id ?? item.ts, item, follows: !newDay && !first && continues(item, earlier) });
    earlier = item;
  }
  return found;
}

/** The second of two lines said in one go; cards and ephemeral messages stand for themselves. */
function continues(item, earlier) {
  const near = Number(item.ts) - Number(earlier.ts) < FOLLOWS_WITHIN;
  const apart = item.ephemeral || earlier.ephemeral || item.blocks?.length || item.reply_count || item.subtype;
  return near && item.user === earlier.user && !apart && !earlier.subtype;
}

const written = new WeakMap();

/** Messages do not change, they are replaced; so each is written out once. */
function text(item) {
  if (!written.has(item)) written.set(item, JSON.stringify(item));
  return written.get(item);
}

function dressed({ key, day, item, follows }, context) {
  const { reader } = context;
  if (day) return { key, ...separator("day", dayTitle(day, reader)) };
  if (!item) return { key, ...separator("news", reader.words.news) };
  const stamp = `${text(item)} ${follows} ${context.inThread} ${reader.stamp}`;
  return { key, stamp, make: () => message(item, { ...context, follows }) };
}

const separator = (kind, title) => ({
  stamp: title,
  make: () => h("li", { class: kind, role: "presentation" }, h("h3", {}, title)),
});
