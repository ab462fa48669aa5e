/** Choosing an emoji: a search box over a grid of them. */
import { button, h } from "./dom.js";
import { emoji, emojiNames } from "./emoji.js";
import { openBeside } from "./menu.js";

const LIMIT = 120;
const COLUMNS = 8;

/** `chosen(name)` is called with the short name. */
export function openPicker(anchor, { words }, chosen) {
  const grid = h("div", { class: "emojis", onkeydown: move });
  const search = h("input", {
    type: "search",
    "aria-label": words.searchEmoji,
    placeholder: words.searchEmoji,
    autocomplete: "off",
    oninput: () => show(search.value),
    onkeydown: (event) => event.key === "Enter" && !event.isComposing && grid.firstChild?.click(),
  });
  const about = { class: "menu picker", role: "dialog", "aria-label": words.addReactionTo, popover: "auto" };
  const picker = h("div", about, search, grid);

  function show(typed) {
    const wanted = typed.trim().replaceAll(":", "").toLowerCase();
    const names = emojiNames.filter((name) => name.includes(wanted)).slice(0, LIMIT);
    grid.replaceChildren(...names.map(choice));
  }

  function choice(name) {
    const choose = () => {
      picker.hidePopover();
      chosen(name);
    };
    return button({ "aria-label": `:${name}:`, title: `:${name}:`, onclick: choose }, emoji(name));
  }

  show("");
  openBeside(anchor, picker);
  search.focus();
}

function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.children];
  all[all.indexOf(document.activeElement) + step]?.focus();
}
