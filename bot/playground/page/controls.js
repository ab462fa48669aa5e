/** The interactive elements of a block: each has a node and, unless it is a button, a state to read. */
import { askConfirm } from "./confirm.js";
import { button, h } from "./dom.js";
import {
  checkboxes,
  datePicker,
  dateTimePicker,
  multiSelect,
  radioButtons,
  select,
  textInput,
  timePicker,
} from "./fields.js";
import { link } from "./links.js";
import { openMenu } from "./menu.js";
import { richTextInput } from "./richinput.js";
import { externalSelect } from "./suggest.js";
import { imageLink, plain } from "./texts.js";
import { fileInput } from "./uploads.js";

/** What makes a field; see fields.js. */
const fields = {
  plain_text_input: textInput,
  number_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  rich_text_input: richTextInput,
  file_input: fileInput,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  checkboxes,
  radio_buttons: radioButtons,
  external_select: externalSelect,
  multi_external_select: externalSelect,
};
for (const source of ["static", "users", "conversations", "channels"]) {
  fields[`${source}_select`] = select;
  fields[`multi_${source}_select`] = multiSelect;
}

const controls = {
  button: pressable,
  workflow_button: pressable,
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  image: (element, blockId, surface) => imageLink(element, surface.reader),
};

/** An element of a section or an actions block: using it presses it. */
export function control(element, blockId, surface) {
  const kind = controls[element.type];
  if (kind) return kind(element, blockId, surface);
  return field(element, blockId, surface, (state) => press(element, blockId, surface, state)).node;
}

/** Two elements of one identity do the same when they are used, wherever they stand. */
export function identity({ type, action_id, value, options, option_groups: groups, url }, scope = "") {
  const offered = [groups ?? { options: options ?? [] }].flat().flatMap((group) => group.options);
  return JSON.stringify([scope, type, action_id, value, url, offered.map((option) => option.value)]);
}

/** Makes the field, and calls `changed(state)` when a person changes it. */
export function field(element, blockId, surface, changed) {
  const kind = fields[element.type];
  if (!kind) return { node: h("p", { class: "unknown" }, surface.reader.words.cannotShow(element.type)) };
  const name = element.placeholder ? plain(element.placeholder) : surface.reader.words.choose;
  const kept = surface.kept(blockId, element.action_id);
  const suggest = (typed) => surface.suggest(blockId, element.action_id, typed);
  const state = (node) => ({ type: element.type, ...made.read(node) });
  const made = kind(element, { reader: surface.reader, name, kept, suggest, changed: (node) => changed(state(node)) });
  Object.assign(made.node, { key: identity(element, surface.form || made.node.live ? blockId : ""), read: state });
  Object.assign(made.node.dataset, { focus: element.action_id, block: blockId, action: element.action_id });
  return made;
}

/** What stands in the fields below this node: by block_id and action_id Slack's state. */
export function valuesIn(node) {
  const values = {};
  for (const each of node.querySelectorAll("[data-action]")) {
    (values[each.dataset.block] ??= {})[each.dataset.action] = each.read(each);
  }
  return values;
}

async function press(element, blockId, surface, state) {
  if (element.confirm && !(await askConfirm(element.confirm, surface.reader))) return;
  await surface.press(blockId, element, state);
}

const STYLES = { primary: "primary", danger: "danger" };

function pressable(element, blockId, surface, face = plain(element.text)) {
  const act = () => press(element, blockId, surface, { type: element.type, value: element.value });
  const attributes = {
    key: identity(element, surface.form ? blockId : ""),
    class: `button ${STYLES[element.style] ?? ""}`,
    "aria-label": element.accessibility_label,
    "data-focus": element.action_id,
    onclick: ({ currentTarget }) => {
      openUrl(element.url);
      return once(currentTarget, act);
    },
  };
  return button(attributes, face);
}

const ICONS = { trash: "🗑" };

function iconButton(element, blockId, surface) {
  const named = { ...element, accessibility_label: element.accessibility_label ?? plain(element.text) };
  return pressable(named, blockId, surface, ICONS[element.icon] ?? plain(element.text));
}

function feedback(element, blockId, surface) {
  const { action_id } = element;
  const faces = [element.positive_button, element.negative_button];
  return faces.map((face) => pressable({ ...face, action_id, type: element.type }, blockId, surface));
}

/** While a press is under way another click on the same button does nothing. */
async function once(node, act) {
  if (node.ariaBusy === "true") return;
  node.ariaBusy = "true";
  await act().finally(() => (node.ariaBusy = "false"));
}

/** As a click on a link would, so that a permalink stays inside the page. */
function openUrl(address) {
  const anchor = link(address ?? "", "");
  if (!anchor) return;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

function overflow(element, blockId, surface) {
  const choose = (option) => {
    openUrl(option.url);
    return press(element, blockId, surface, { type: "overflow", selected_option: option });
  };
  const items = element.options.map((option) => ({
    label: plain(option.text),
    detail: option.description && plain(option.description),
    act: () => choose(option),
  }));
  const attributes = {
    key: identity(element, surface.form ? blockId : ""),
    class: "button",
    "aria-label": surface.reader.words.moreOptions,
    "aria-haspopup": "menu",
    "data-focus": element.action_id,
    onclick: ({ currentTarget }) => openMenu(currentTarget, items),
  };
  return button(attributes, "⋯");
}
