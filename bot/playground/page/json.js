/** JSON to look into: objects and lists fold, everything else is a line. Its contents are text, never markup. */
import { h } from "./dom.js";

const OPEN_DEPTH = 1;

/** Texts that hold JSON themselves, as arguments of calls do, unfold as well. */
export function json(value, depth = 0) {
  const inner = unfolded(value);
  if (inner === null || typeof inner !== "object") return h("code", { class: `json ${typeof inner}` }, JSON.stringify(inner));
  const entries = Object.entries(inner);
  if (!entries.length) return h("code", { class: "json" }, Array.isArray(inner) ? "[]" : "{}");
  const rows = entries.map(([key, each]) => h("li", {}, pair(key, each, depth)));
  return h("ul", { role: "list", class: "json" }, rows);
}

function pair(key, value, depth) {
  const inner = unfolded(value);
  const name = h("span", { class: "key" }, key);
  if (inner === null || typeof inner !== "object") return [name, ": ", json(inner)];
  const size = h("span", { class: "size" }, Array.isArray(inner) ? `[${inner.length}]` : `{${Object.keys(inner).length}}`);
  return h("details", { open: depth < OPEN_DEPTH && Object.keys(inner).length < 12 }, h("summary", {}, name, " ", size), json(inner, depth + 1));
}

function unfolded(value) {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
