/** Where a person types: Enter sends, Shift+Enter breaks the line, suggestions stand above it. */
import { suggestions } from "./complete.js";
import { button, h } from "./dom.js";

let made = 0;

/** `send(text)` resolves to false when the text came to nothing: then it is given back. `extra` are more buttons. */
export function makeComposer({ send, extra = [] }) {
  const listId = `suggestions-${++made}`;
  const box = h("textarea", { rows: 1, "aria-autocomplete": "list", "aria-controls": listId });
  const list = h("ul", { id: listId, class: "suggestions", role: "listbox", hidden: true });
  const sender = button({ class: "send", onclick: submit }, "➤");
  const drafts = new Map();
  let context = null;
  let place = null;
  let offered = null;
  let marked = 0;

  box.addEventListener("input", suggest);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", key);
  list.addEventListener("mousedown", (event) => event.preventDefault());

  async function submit() {
    const text = box.value;
    if (!text.trim()) return;
    fill("");
    const from = place;
    if ((await send(text)) === false) giveBack(from, text);
  }

  function giveBack(from, text) {
    if (from !== place) drafts.set(from, drafts.get(from) || text);
    else if (!box.value) fill(text);
  }

  function fill(text) {
    box.value = text;
    close();
  }

  function key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const act = offered && !offered.exact ? (listKeys[event.key] ?? plainKeys[event.key]) : plainKeys[event.key];
    if (!act || (event.key === "Enter" && event.shiftKey)) return;
    if (act(event) !== false) event.preventDefault();
  }

  const listKeys = {
    ArrowDown: () => mark(marked + 1),
    ArrowUp: () => mark(marked - 1),
    Enter: () => choose(marked),
    Tab: () => choose(marked),
  };
  const plainKeys = { Enter: submit, Escape: () => (offered ? close() : false) };

  function suggest() {
    offered = suggestions(box.value, box.selectionStart, context);
    list.hidden = !offered;
    list.replaceChildren(...(offered?.items ?? []).map(row));
    mark(0);
  }

  function row(item, index) {
    const attributes = { id: `${listId}-${index}`, role: "option", onclick: () => choose(index) };
    return h("li", attributes, h("b", {}, item.label), " ", h("span", {}, item.detail));
  }

  function mark(index) {
    const rows = [...list.children];
    marked = rows.length ? (index + rows.length) % rows.length : 0;
    const active = offered?.exact ? null : rows[marked];
    for (const each of rows) each.setAttribute("aria-selected", String(each === active));
    active?.scrollIntoView({ block: "nearest" });
    if (active) box.setAttribute("aria-activedescendant", active.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const { from, items } = offered;
    const rest = box.value.slice(box.selectionStart);
    const chosen = `${box.value.slice(0, from)}${items[index].insert} `;
    fill(chosen + rest.trimStart());
    box.setSelectionRange(chosen.length, chosen.length);
    box.focus();
    suggest();
  }

  function close() {
    offered = null;
    list.hidden = true;
    list.replaceChildren();
    box.removeAttribute("aria-activedescendant");
  }

  function turnTo(newPlace) {
    if (place === newPlace) return;
    drafts.set(place, box.value);
    fill(drafts.get(newPlace) ?? "");
    place = newPlace;
  }

  return {
    node: h("div", { class: "composer" }, list, h("div", { class: "composer-box" }, extra, box, sender)),
    focus: () => box.focus(),
    /** `place` is the channel or thread typed into; each has its own draft. */
    draw({ place: newPlace, label, reader, commands }) {
      turnTo(newPlace);
      context = { reader, commands };
      box.setAttribute("aria-label", label);
      box.placeholder = label;
      sender.setAttribute("aria-label", reader.words.send);
      sender.title = reader.words.sendHint;
      list.setAttribute("aria-label", reader.words.suggestions);
    },
  };
}
