/** What is done at the side of the page, and what it asks the server for when it is needed. */
import { post, readDays, readPassed } from "./api.js";

export function makeDeskActions(store, sync) {
  const known = new Map();

  /** The name of a day off, null for another; a year not yet known is fetched and drawn when it is there. */
  function freeDays(day, lang) {
    const key = `${day.slice(0, 4)} ${lang}`;
    if (!known.has(key)) {
      known.set(key, {});
      readDays(day.slice(0, 4), lang).then(({ days }) => {
        known.set(key, days ?? {});
        store.set({});
      }, console.warn);
    }
    return known.get(key)[day] ?? null;
  }

  return {
    freeDays,
    passed: readPassed,
    loadWire: sync.heard.wire,
    async order(name, given) {
      const answer = await post(`desk/${name}`, given);
      await sync.all();
      return answer;
    },
  };
}
