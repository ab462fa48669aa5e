/** The input block of a form: label, field, hint, and the error under it. */
import { field } from "./controls.js";
import { h } from "./dom.js";
import { plain } from "./texts.js";

const FIELD = "input, textarea, select";

export function input(block, surface) {
  const { words } = surface.reader;
  const { node } = field(block.element, block.block_id, surface, (state) => {
    if (block.dispatch_action) surface.press(block.block_id, block.element, state);
  });
  const [label, hint, error] = ["label", "hint", "error"].map((part) => `${part}-${block.block_id}`);
  const told = node.matches(".suggest, .uploads") ? node.querySelector(FIELD) : node;
  told.removeAttribute("aria-label");
  told.setAttribute("aria-labelledby", label);
  told.setAttribute("aria-describedby", `${hint} ${error}`);
  if (!block.optional && told.matches(FIELD)) told.setAttribute("aria-required", "true");
  const optional = block.optional && h("small", {}, ` ${words.optional}`);
  return h(
    "div",
    { class: "input", "data-input": block.block_id },
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
    const text = errors[row.dataset.input];
    row.querySelector(".error").textContent = text ?? "";
    row.querySelector(FIELD)?.setAttribute("aria-invalid", String(Boolean(text)));
  }
  const first = rows.find((row) => errors[row.dataset.input]);
  first?.querySelector(FIELD)?.focus();
}
