/**
 * Fields a person fills: each maker takes (element, {reader, name, kept, changed}) and gives {node, read()},
 * where read() is Slack's state of the element without its type. `kept` is the state it had before a redraw.
 */
import { h } from "./dom.js";
import { multiSource, source } from "./options.js";
import { plain, textOf } from "./texts.js";

const INPUT_TYPES = { number_input: "text", email_text_input: "email", url_text_input: "url" };

export function textInput(element, { name, kept, changed, reader }) {
  const attributes = {
    placeholder: element.placeholder ? plain(element.placeholder) : null,
    maxlength: element.max_length ?? 3000,
    inputmode: element.type === "number_input" ? "decimal" : null,
    "aria-label": name,
    autofocus: element.focus_on_load,
    lang: reader.lang,
  };
  const node = element.multiline
    ? h("textarea", { ...attributes, rows: 5 })
    : h("input", { ...attributes, type: INPUT_TYPES[element.type] ?? "text", autocomplete: "off" });
  node.value = (kept ? kept.value : element.initial_value) ?? "";
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !element.multiline) changed();
  });
  return { node, read: () => ({ value: node.value || null }) };
}

const picker = (type, key, initialKey) => (element, { name, kept, changed }) => {
  const node = h("input", { type, "aria-label": name, min: type === "date" ? "1900-01-01" : null });
  node.value = (kept ? kept[key] : element[initialKey]) ?? "";
  node.addEventListener("change", () => node.validity.valid && changed());
  return { node, read: () => ({ [key]: node.value || null }) };
};

export const datePicker = picker("date", "selected_date", "initial_date");
export const timePicker = picker("time", "selected_time", "initial_time");

export function select(element, { reader, name, kept, changed }) {
  const { groups, key, initial, value } = source(element, reader);
  const chosen = value(kept ? kept[key] : initial);
  const node = h(
    "select",
    { "aria-label": name, onchange: changed, onkeydown: openInsteadOfChanging },
    h("option", { value: "" }, name),
    groups.map((group) => optionGroup(group, chosen)),
  );
  const items = groups.flatMap((group) => group.items);
  return { node, read: () => ({ [key]: items.find((item) => item.value === node.value)?.state ?? null }) };
}

function optionGroup({ label, items }, chosen) {
  const options = items.map((item) => h("option", { value: item.value, selected: item.value === chosen }, item.label));
  return label ? h("optgroup", { label }, options) : options;
}

/** An arrow key on a closed select would choose at once, and so press, before the options were seen. */
function openInsteadOfChanging(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  event.currentTarget.showPicker();
}

export function multiSelect(element, { reader, name, kept, changed }) {
  const { groups, key, initial, value } = multiSource(element, reader);
  const chosen = new Set(((kept ? kept[key] : initial) ?? []).map(value));
  const choices = groups.flatMap((group) => group.items).map((item) => ({ ...item, checked: chosen.has(item.value) }));
  const { node, picked } = choiceList("checkbox", choices, name, changed);
  node.classList.add("many");
  return { node, read: () => ({ [key]: picked().map((item) => item.state) }) };
}

export function checkboxes(element, { reader, name, kept, changed }) {
  const initial = (kept ? kept.selected_options : element.initial_options) ?? [];
  const { node, picked } = choiceList("checkbox", choices(element, initial, reader), name, changed);
  return { node, read: () => ({ selected_options: picked().map((item) => item.state) }) };
}

export function radioButtons(element, { reader, name, kept, changed }) {
  const initial = kept ? kept.selected_option : element.initial_option;
  const { node, picked } = choiceList("radio", choices(element, initial ? [initial] : [], reader), name, changed);
  return { node, read: () => ({ selected_option: picked()[0]?.state ?? null }) };
}

function choices(element, initial, reader) {
  const checked = new Set(initial.map((option) => option.value));
  return element.options.map((option) => ({
    label: textOf(option.text, reader),
    detail: option.description && textOf(option.description, reader),
    checked: checked.has(option.value),
    state: option,
  }));
}

let groupsMade = 0;

function choiceList(type, items, name, changed) {
  const group = `choices-${++groupsMade}`;
  const inputs = items.map((item) => h("input", { type, name: group, checked: item.checked, onchange: changed }));
  const rows = items.map((item, index) =>
    h("label", {}, inputs[index], h("span", { class: "mrkdwn" }, item.label, detail(item))),
  );
  const role = type === "radio" ? "radiogroup" : "group";
  return {
    node: h("div", { class: "choices", role, "aria-label": name }, rows),
    picked: () => items.filter((item, index) => inputs[index].checked),
  };
}

const detail = (item) => item.detail && h("small", {}, item.detail);
