/**
 * Makes a node like another one in place: what somebody points at, types into or holds open stays the same
 * node. Nodes with different keys are different things; one never becomes the other.
 */

const HANDLERS = ["onclick", "onchange", "oninput", "onkeydown", "onsubmit", "onfocus", "onblur"];
const OWN = ["key", "read", ...HANDLERS];
const KEPT = new Set(["aria-busy", "name"]);

/**
 * Returns the node that stands in the document now. What a person entered in a field stays as it is, and so
 * does all of a node that is `live`: it looks after itself.
 */
export function morph(old, fresh) {
  if (!alike(old, fresh)) {
    old.replaceWith(fresh);
    return fresh;
  }
  if (old.live) return old;
  if (old.nodeType === Node.ELEMENT_NODE) become(old, fresh);
  else if (old.data !== fresh.data) old.data = fresh.data;
  return old;
}

const alike = (old, fresh) => old.nodeName === fresh.nodeName && old.key === fresh.key && old.type === fresh.type;

function become(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !(KEPT.has(name) && old.hasAttribute(name))) old.setAttribute(name, value);
  }
  for (const name of OWN) if (old[name] !== fresh[name]) old[name] = fresh[name];
  becomeParent(old, [...fresh.childNodes]);
}

/** Makes the children of `parent` like `fresh`. */
export function becomeParent(parent, fresh) {
  const known = matched([...parent.childNodes], fresh);
  place(parent, fresh.map((node, index) => (known[index] ? morph(known[index], node) : node)));
}

/** For each fresh node the old one it may be made of: by key, the others in their order. */
function matched(old, fresh) {
  const keyed = new Map(old.filter((node) => node.key !== undefined).map((node) => [node.key, node]));
  const others = old.filter((node) => node.key === undefined);
  let next = 0;
  return fresh.map((node) => {
    if (node.key !== undefined) return keyed.get(node.key);
    const found = others.findIndex((other, index) => index >= next && other.nodeName === node.nodeName);
    if (found < 0) return null;
    next = found + 1;
    return others[found];
  });
}

/** Makes these the children; a node already in its place is not moved, since moving takes its focus. */
export function place(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}
