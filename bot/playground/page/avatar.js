/** A person's coloured initial; decoration only, the name stands beside it. */
import { h } from "./dom.js";
import { nameOf } from "./reader.js";

export function avatar(person) {
  const colour = /^#?([0-9a-f]{6})$/i.exec(person?.color ?? "")?.[1] ?? "5b6770";
  const initial = person ? [...nameOf(person)][0].toUpperCase() : "ℹ";
  const node = h("span", { class: "avatar", "aria-hidden": "true" }, initial);
  node.style.backgroundColor = `#${colour}`;
  node.style.color = isLight(colour) ? "#111" : "#fff";
  return node;
}

/** Relative luminance (WCAG 2) at which black text has more contrast than white. */
function isLight(colour) {
  const [red, green, blue] = colour.match(/../g).map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
