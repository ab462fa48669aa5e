/** The input block of a form: label, field, hint, and the error under it. */
import { field } from "./controls.js";
import { h } from "./dom.js";
import { plain } from "./texts.js";

export function input(block, surface) {
  const { words } = surface.reader;
  const { node } = field(block.element, block.block_id, surface, (state, changed) => {
    if (block.dispatch_action) surface.press(block.block_id, block.element, state, changed);
  });
  const [label, hint, error] = ["label", "hint", "error"].map((part) => `${part}-${block.block_id}`);
  node.removeAttribute("aria-label");
  node.setAttribute("aria-labelledby", label);
  node.setAttribute("aria-describedby", `${hint} ${error}`);
  if (!block.optional && node.matches("input, textarea, select")) node.setAttribute("aria-required", "true");
  const optional = block.optional && h("small", {}, ` ${words.optional}`);
  return h(
    "div",
    { class: "input", "data-block": block.block_id },
    h("span", { class: "label" }, h("span", { id: label }, plain(block.label)), optional),
    node,
    block.hint && h("small", { class: "hint", id: hint }, plain(block.hint)),
    h("p", { class: "error", id: error }),
  );
}

/** Writes the errors ({block_id: text}) under their fields, takes the others away, and goes to the first. */
export function showErrors(form, errors) {
  const rows = [...form.querySelectorAll(".input")];
  for (const row of rows) {
    const text = errors[row.dataset.block];
    row.querySelector(".error").textContent = text ?? "";
    fieldOf(row)?.setAttribute("aria-invalid", String(Boolean(text)));
  }
  const first = rows.find((row) => errors[row.dataset.block]);
  fieldOf(first)?.focus();
}

const fieldOf = (row) => row?.querySelector("input, textarea, select");

/** The blocks a person left empty although they are required, each with Slack's words for it. */
export function missing(blocks, values, words) {
  const inputs = blocks.filter((block) => block.type === "input" && !block.optional);
  const empty = inputs.filter((block) => isEmpty(values[block.block_id]?.[block.element.action_id]));
  return Object.fromEntries(empty.map((block) => [block.block_id, words.required]));
}

function isEmpty(state) {
  const { type, ...rest } = state ?? {};
  return Object.values(rest).every((value) => value === null || value.length === 0);
}
