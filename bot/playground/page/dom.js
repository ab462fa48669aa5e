/** Building and updating DOM. Whatever people wrote goes in as text nodes, never as markup. */

/** A property that starts with "on" is a listener, true is an empty attribute, null and false are left out. */
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
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

const stamps = new WeakMap();

/**
 * Makes the children of `parent` those of `entries` ({key, stamp, make}), keeping each node whose stamp
 * is unchanged, so that focus, an open menu or a half-made choice outlive a change elsewhere.
 */
export function keyed(parent, entries) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = focusKey(parent);
  const nodes = entries.map((entry) => reuse(known.get(entry.key), entry));
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
  restoreFocus(parent, focused);
}

/** Calls `draw` unless it drew into `node` with the same stamp before: a click half-way done is not lost. */
export function redraw(node, stamp, draw) {
  if (stamps.get(node) === stamp) return;
  stamps.set(node, stamp);
  draw();
}

function reuse(node, { key, stamp, make }) {
  if (node && stamps.get(node) === stamp) return node;
  const fresh = make();
  fresh.dataset.key = key;
  stamps.set(fresh, stamp);
  return fresh;
}

function focusKey(parent) {
  const active = document.activeElement;
  if (!active?.dataset.focus || !parent.contains(active)) return null;
  return { row: active.closest("[data-key]")?.dataset.key, part: active.dataset.focus };
}

function restoreFocus(parent, focused) {
  if (!focused || parent.contains(document.activeElement)) return;
  const row = [...parent.children].find((child) => child.dataset.key === focused.row);
  row?.querySelector(`[data-focus="${CSS.escape(focused.part)}"]`)?.focus();
}
