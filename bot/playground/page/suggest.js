/** Menus whose options the app finds while a person types: one choice, or several as removable chips. */
import { button, h } from "./dom.js";
import { plain } from "./texts.js";

const PAUSE = 250;
const LEAST = 3;

let made = 0;

/** The field looks after itself while the rest is drawn anew: what was found stays until it is chosen. */
export function externalSelect(element, { reader, name, kept, changed, suggest }) {
  const several = element.type.startsWith("multi_");
  const key = several ? "selected_options" : "selected_option";
  const initial = kept ? kept[key] : element[several ? "initial_options" : "initial_option"];
  const most = several ? (element.max_selected_items ?? Infinity) : 1;
  let chosen = [initial ?? []].flat();
  let waiting = null;
  let marked = -1;

  const id = `found-${++made}`;
  const list = h("ul", { id, class: "found", role: "listbox", "aria-label": name, hidden: true });
  const input = h("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    placeholder: name,
    "aria-label": name,
    "aria-autocomplete": "list",
    "aria-controls": id,
    "aria-expanded": "false",
    oninput: () => later(),
    onfocus: () => (element.min_query_length ?? LEAST) === 0 && find(),
    onkeydown: walk,
    onblur: () => close(),
  });
  const chips = h("p", { class: "chips" });
  const node = h("div", { class: "suggest", live: true }, several && chips, input, list);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  show();

  function later() {
    clearTimeout(waiting);
    if (!several && !input.value) choose(null);
    if (input.value.length < (element.min_query_length ?? LEAST)) return close();
    waiting = setTimeout(find, PAUSE);
  }

  async function find() {
    const typed = input.value;
    const { ok, options, option_groups: groups } = await suggest(typed);
    if (typed !== input.value || document.activeElement !== input) return;
    offer(ok ? (groups ?? [{ options: options ?? [] }]) : []);
  }

  function offer(groups) {
    const rows = groups.flatMap(({ label, options }) => [label && heading(label), ...options.map(row)]);
    const nothing = h("li", { class: "nothing", role: "presentation" }, reader.words.nothingFound);
    list.replaceChildren(...(rows.filter(Boolean).length ? rows.filter(Boolean) : [nothing]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    list.scrollIntoView({ block: "nearest" });
    mark(0);
  }

  const heading = (label) => h("li", { class: "heading-of-choices", role: "presentation" }, plain(label));
  const row = (option, index) =>
    h("li", { role: "option", id: `${id}-${option.value}-${index}`, onclick: () => choose(option) }, plain(option.text));

  function walk(event) {
    if (list.hidden || event.isComposing) return;
    const rows = [...list.querySelectorAll("[role=option]")];
    const act = {
      ArrowDown: () => mark(marked + 1),
      ArrowUp: () => mark(marked - 1),
      Enter: () => rows[marked]?.click(),
      Escape: close,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function mark(index) {
    const rows = [...list.querySelectorAll("[role=option]")];
    marked = rows.length ? (index + rows.length) % rows.length : -1;
    rows.forEach((each, at) => each.setAttribute("aria-selected", String(at === marked)));
    if (rows[marked]) input.setAttribute("aria-activedescendant", rows[marked].id);
    rows[marked]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    if (!several) chosen = option ? [option] : [];
    else if (chosen.length < most && !chosen.some((each) => each.value === option.value)) chosen.push(option);
    close();
    if (option) show();
    changed(node);
  }

  function drop(option) {
    chosen = chosen.filter((each) => each !== option);
    show();
    changed(node);
  }

  function show() {
    input.value = several ? "" : chosen[0] ? plain(chosen[0].text) : "";
    chips.replaceChildren(...chosen.map(chip));
  }

  function chip(option) {
    const text = plain(option.text);
    const away = button({ "aria-label": reader.words.takeAway(text), onclick: () => drop(option) }, "✕");
    return h("span", { class: "chip" }, text, " ", away);
  }

  return { node, read: () => ({ [key]: several ? chosen : (chosen[0] ?? null) }) };
}
