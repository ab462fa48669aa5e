/**
 * Fields a person fills: each maker takes (element, {reader, name, kept, changed}) and gives {node, read}, where
 * read(node) is Slack's state of the element without its type. `kept` is the state it had before it was drawn
 * anew, and changed(node) says that a person chose something.
 */
import { instantOf, wallTime } from "./dates.js";
import { h } from "./dom.js";
import { multiSource, source } from "./options.js";
import { plain, textOf } from "./texts.js";

const INPUT_TYPES = { number_input: "text", email_text_input: "email", url_text_input: "url" };
export const LONGEST = 3000;

export function textInput(element, { name, kept, changed, reader }) {
  const attributes = {
    placeholder: element.placeholder ? plain(element.placeholder) : null,
    maxlength: element.max_length ?? LONGEST,
    minlength: element.min_length,
    inputmode: element.type === "number_input" ? "decimal" : null,
    "aria-label": name,
    autofocus: element.focus_on_load,
    lang: reader.lang,
    ...dispatching(element, changed),
  };
  const node = element.multiline
    ? h("textarea", { ...attributes, rows: 5 })
    : h("input", { ...attributes, type: INPUT_TYPES[element.type] ?? "text", autocomplete: "off" });
  node.value = (kept ? kept.value : element.initial_value) ?? "";
  return { node, read: ({ value }) => ({ value: value || null }) };
}

/** When what was typed counts as chosen: on Enter, or as the element says. */
function dispatching(element, changed) {
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const entered = (event) => event.key === "Enter" && !event.isComposing && !element.multiline;
  return {
    onkeydown: on.includes("on_enter_pressed") && ((event) => entered(event) && changed(event.currentTarget)),
    oninput: on.includes("on_character_entered") && ((event) => event.isComposing || changed(event.currentTarget)),
  };
}

const picker = (type, key, initialKey) => (element, { name, kept, changed }) => {
  const node = h("input", {
    type,
    "aria-label": name,
    min: type === "date" ? "1900-01-01" : null,
    onchange: ({ currentTarget }) => currentTarget.validity.valid && changed(currentTarget),
  });
  node.value = (kept ? kept[key] : element[initialKey]) ?? "";
  return { node, read: ({ value }) => ({ [key]: value || null }) };
};

export const datePicker = picker("date", "selected_date", "initial_date");
export const timePicker = picker("time", "selected_time", "initial_time");

/** Shown in the reader's time zone. */
export function dateTimePicker(element, { reader, name, kept, changed }) {
  const onchange = ({ currentTarget }) => currentTarget.validity.valid && changed(currentTarget);
  const node = h("input", { type: "datetime-local", "aria-label": name, onchange });
  const seconds = kept ? kept.selected_date_time : element.initial_date_time;
  node.value = seconds ? wallTime(seconds, reader) : "";
  return { node, read: ({ value }) => ({ selected_date_time: value ? instantOf(value, reader) : null }) };
}

export function select(element, { reader, name, kept, changed }) {
  const { groups, key, initial, value } = source(element, reader);
  const chosen = value(kept ? kept[key] : initial);
  const onchange = ({ currentTarget }) => changed(currentTarget);
  const node = h(
    "select",
    { "aria-label": name, onchange, onkeydown: openInsteadOfChanging },
    h("option", { value: "" }, name),
    groups.map((group) => optionGroup(group, chosen)),
  );
  const items = groups.flatMap((group) => group.items);
  return { node, read: (shown) => ({ [key]: items.find((item) => item.value === shown.value)?.state ?? null }) };
}

function optionGroup({ label, items }, chosen) {
  const option = (item) => h("option", { key: item.value, value: item.value, selected: item.value === chosen }, item.label);
  const options = items.map(option);
  return label ? h("optgroup", { label }, options) : options;
}

/** An arrow key on a closed select would choose at once, and so press, before the options were seen. */
function openInsteadOfChanging(event) {
  if (!["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
  event.preventDefault();
  event.currentTarget.showPicker();
}

export function multiSelect(element, { reader, name, kept, changed }) {
  const { groups, key, initial, value } = multiSource(element, reader);
  const chosen = new Set(((kept ? kept[key] : initial) ?? []).map(value));
  const choices = groups.flatMap(({ label, items }) =>
    items.map((item, index) => ({ ...item, checked: chosen.has(item.value), heading: index ? null : label })),
  );
  const { node, picked } = choiceList("checkbox", choices, name, changed, element.max_selected_items);
  node.classList.add("many");
  return { node, read: (shown) => ({ [key]: picked(shown).map((item) => item.state) }) };
}

export function checkboxes(element, { reader, name, kept, changed }) {
  const initial = (kept ? kept.selected_options : element.initial_options) ?? [];
  const { node, picked } = choiceList("checkbox", choices(element, initial, reader), name, changed);
  return { node, read: (shown) => ({ selected_options: picked(shown).map((item) => item.state) }) };
}

export function radioButtons(element, { reader, name, kept, changed }) {
  const initial = kept ? kept.selected_option : element.initial_option;
  const { node, picked } = choiceList("radio", choices(element, initial ? [initial] : [], reader), name, changed);
  return { node, read: (shown) => ({ selected_option: picked(shown)[0]?.state ?? null }) };
}

function choices(element, initial, reader) {
  const checked = new Set(initial.map((option) => option.value));
  return element.options.map((option) => ({
    label: textOf(option.text, reader),
    detail: option.description && textOf(option.description, reader),
    checked: checked.has(option.value),
    value: option.value,
    state: option,
  }));
}

let groupsMade = 0;

/** Once `most` are chosen, the others cannot be. */
function choiceList(type, items, name, changed, most = Infinity) {
  const group = `choices-${++groupsMade}`;
  const onchange = ({ currentTarget }) => {
    const list = currentTarget.closest(".choices");
    limit(list, most);
    changed(list);
  };
  const rows = items.map(({ value, label, checked, detail, heading }) => {
    const box = h("input", { type, name: group, checked, onchange });
    const text = h("span", { class: "mrkdwn" }, label, detail && h("small", {}, detail));
    return [heading && h("p", { class: "heading-of-choices" }, heading), h("label", { key: value }, box, text)];
  });
  const role = type === "radio" ? "radiogroup" : "group";
  const node = h("div", { class: "choices", role, "aria-label": name }, rows);
  limit(node, most);
  const picked = (shown) => {
    const boxes = [...shown.querySelectorAll("input")];
    return items.filter((item, index) => boxes[index].checked);
  };
  return { node, picked };
}

function limit(list, most) {
  const boxes = [...list.querySelectorAll("input")];
  const full = boxes.filter((box) => box.checked).length >= most;
  for (const box of boxes) box.disabled = full && !box.checked && box.type === "checkbox";
}
