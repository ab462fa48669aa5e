/** Building and updating DOM. Whatever people wrote goes in as text nodes, never as markup. */
import { becomeParent, morph, place } from "./morph.js";

const PROPERTIES = new Set(["key", "live", "read"]);

/**
 * A property that starts with "on" is a listener, "key" tells like nodes apart and "live" keeps hands off
 * (see morph.js), "read" gives a field's state; true is an empty attribute, null and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button that submits nothing. */
export const button = (attributes, ...children) => h("button", { type: "button", ...attributes }, ...children);

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  // What a listener gives back is of no interest; a browser would take false for "do nothing".
  if (name.startsWith("on")) node[name] = (event) => void value(event);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

const stamps = new WeakMap();

/**
 * Makes the children of `parent` those of `entries` ({key, stamp, make}): a node whose stamp is unchanged stays
 * as it is, another is brought up to date in place.
 */
export function keyed(parent, entries) {
  const known = new Map([...parent.children].map((child) => [child.key, child]));
  const focused = focusKey(parent);
  place(parent, entries.map((entry) => reuse(known.get(entry.key), entry)));
  restoreFocus(parent, focused);
}

/** Calls `draw` unless it drew into `node` with the same stamp before: a click half-way done is not lost. */
export function redraw(node, stamp, draw) {
  if (stamps.get(node) === stamp) return;
  stamps.set(node, stamp);
  draw();
}

/** Brings the children of `parent` up to date in place; null and false among them are left out. */
export function update(parent, ...children) {
  becomeParent(parent, [...h("div", {}, ...children).childNodes]);
}

function reuse(node, { key, stamp, make }) {
  if (node && stamps.get(node) === stamp) return node;
  const fresh = Object.assign(make(), { key });
  const drawn = node ? morph(node, fresh) : fresh;
  stamps.set(drawn, stamp);
  return drawn;
}

function focusKey(parent) {
  const active = document.activeElement;
  if (!active?.dataset.focus || !parent.contains(active)) return null;
  return { row: rowOf(parent, active).key, part: active.dataset.focus };
}

function restoreFocus(parent, focused) {
  if (!focused || parent.contains(document.activeElement)) return;
  const row = [...parent.children].find((child) => child.key === focused.row);
  const part = row?.querySelector(`[data-focus="${CSS.escape(focused.part)}"]`);
  (part ?? row)?.focus({ preventScroll: true });
}

function rowOf(parent, node) {
  while (node.parentElement !== parent) node = node.parentElement;
  return node;
}
