/** Says aloud, to who listens instead of looking, what others write into the open conversation. */
import { nameOf } from "./reader.js";

const LONGEST = 300;

/** Rows come and go as one scrolls, so the list itself must not be read out. */
export function makeAnnouncer(region) {
  let place = null;
  let last = "";
  let heard = null;

  return function announce(messages, where, reader) {
    if (messages === heard) return;
    heard = messages;
    const news = messages.filter((each) => each.ts > last && each.user !== reader.me.id);
    const here = place === where;
    [place, last] = [where, messages.at(-1)?.ts ?? ""];
    if (here && news.length) region.textContent = news.map((each) => spoken(each, reader)).join("\n");
  };
}

/** Without its links and mentions: what a name stands for may not be the reader's to know. */
const spoken = ({ user, text }, reader) =>
  `${nameOf(reader.person(user))}: ${(text ?? "").replace(/<[^>]*>/g, "").slice(0, LONGEST)}`;
