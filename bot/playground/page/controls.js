/** The interactive elements of a block: each has a node and, unless it is a button, a state to read. */
import { askConfirm } from "./confirm.js";
import { button, h } from "./dom.js";
import { checkboxes, datePicker, multiSelect, radioButtons, select, textInput, timePicker } from "./fields.js";
import { link } from "./links.js";
import { openMenu } from "./menu.js";
import { imageLink, plain } from "./texts.js";

/** What makes a field: (element, {reader, name, kept, changed}) → {node, read() → Slack's state}. */
const fields = {
  plain_text_input: textInput,
  number_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  datepicker: datePicker,
  timepicker: timePicker,
  checkboxes,
  radio_buttons: radioButtons,
};
for (const source of ["static", "users", "conversations", "channels"]) {
  fields[`${source}_select`] = select;
  fields[`multi_${source}_select`] = multiSelect;
}

/** An element of a section or an actions block: using it presses it. */
export function control(element, blockId, surface) {
  if (element.type === "button") return pressable(element, blockId, surface);
  if (element.type === "overflow") return overflow(element, blockId, surface);
  if (element.type === "image") return imageLink(element, surface.reader);
  return field(element, blockId, surface, (state, node) => press(element, blockId, surface, state, node)).node;
}

/** Makes the field, tells the surface of it, and calls `changed(state, node)` when a person changes it. */
export function field(element, blockId, surface, changed) {
  const kind = fields[element.type];
  if (!kind) return { node: h("p", { class: "unknown" }, surface.reader.words.cannotShow(element.type)) };
  const name = element.placeholder ? plain(element.placeholder) : surface.reader.words.choose;
  const kept = surface.kept(blockId, element.action_id);
  const made = kind(element, { reader: surface.reader, name, kept, changed: () => changed(state(), made.node) });
  const state = () => ({ type: element.type, ...made.read() });
  made.node.dataset.focus = element.action_id;
  surface.register({ blockId, actionId: element.action_id, read: state });
  return made;
}

async function press(element, blockId, surface, state, node) {
  if (element.confirm && !(await askConfirm(element.confirm, surface.reader))) return;
  await surface.press(blockId, element, state, node);
}

const STYLES = { primary: "primary", danger: "danger" };

function pressable(element, blockId, surface) {
  const node = button(
    {
      class: `button ${STYLES[element.style] ?? ""}`,
      "aria-label": element.accessibility_label,
      "data-focus": element.action_id,
      onclick: () => {
        openUrl(element.url);
        return once(node, () => press(element, blockId, surface, { type: "button", value: element.value }, node));
      },
    },
    plain(element.text),
  );
  return node;
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
    return press(element, blockId, surface, { type: "overflow", selected_option: option }, node);
  };
  const items = element.options.map((option) => ({ label: plain(option.text), act: () => choose(option) }));
  const node = button(
    {
      class: "button",
      "aria-label": surface.reader.words.moreOptions,
      "aria-haspopup": "menu",
      "data-focus": element.action_id,
      onclick: () => openMenu(node, items),
    },
    "⋯",
  );
  return node;
}
