/** The entries of a conversation: messages, day separators and notices, drawn anew only where they changed. */
import { dayOf, dayTitle } from "./dates.js";
import { h, keyed } from "./dom.js";
import { message } from "./message.js";

const FOLLOWS_WITHIN = 300;

/**
 * Draws `messages` and `notices` (both ordered, times in seconds) into the element `log`. It stays at its
 * end if it was there, or if `place` (a channel or a thread) is not the one it showed before.
 */
export function drawLog(log, { messages, notices, place, ...context }) {
  const list = log.firstElementChild ?? log.appendChild(h("ol", { role: "list" }));
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const jump = log.dataset.place !== place;
  keyed(list, entries([...messages, ...notices.map(asMessage)], context));
  log.dataset.place = place;
  if (jump || atEnd) log.scrollTop = log.scrollHeight;
}

const asMessage = (notice) => ({ ...notice, ts: String(notice.at), ephemeral: true });

function entries(items, { reader, actions, inThread }) {
  const sorted = items.toSorted((one, other) => Number(one.ts) - Number(other.ts));
  return sorted.flatMap((item, index) => {
    const earlier = sorted[index - 1];
    const newDay = !earlier || dayOf(item.ts, reader) !== dayOf(earlier.ts, reader);
    const follows = !newDay && continues(item, earlier);
    const context = { reader, actions, inThread, follows };
    const stamp = JSON.stringify([item, follows, inThread, reader.stamp]);
    const entry = { key: item.id ?? item.ts, stamp, make: () => message(item, context) };
    return newDay ? [daySeparator(item, reader), entry] : [entry];
  });
}

/** The second of two lines said in one go; cards and ephemeral messages stand for themselves. */
function continues(item, earlier) {
  const near = Number(item.ts) - Number(earlier.ts) < FOLLOWS_WITHIN;
  const apart = item.ephemeral || earlier.ephemeral || item.blocks?.length || item.reply_count;
  return near && item.user === earlier.user && !apart;
}

function daySeparator(item, reader) {
  const title = dayTitle(item.ts, reader);
  const make = () => h("li", { class: "day", role: "presentation" }, h("h3", {}, title));
  return { key: `day-${dayOf(item.ts, reader)}`, stamp: `${title} ${reader.stamp}`, make };
}
