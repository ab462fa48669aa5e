/** Links out of the page, and permalinks that stay inside it. */
import { h } from "./dom.js";

const SAFE = new Set(["http:", "https:", "mailto:"]);

/** An anchor, or null where the address is none or of a kind that could run something. */
export function link(address, label) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!SAFE.has(url.protocol)) return null;
  const rel = url.origin === location.origin ? "noopener" : "noopener noreferrer";
  return h("a", { href: url.href, target: "_blank", rel }, label || address);
}

/** The channel and ts a message's permalink points at (…/archives/C…/p…), or null. */
export function permalink(address) {
  const found = /\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?.*thread_ts=([\d.]+))?/.exec(address);
  return found && { channel: found[1], ts: `${found[2]}.${found[3]}`, thread: found[4] ?? null };
}
