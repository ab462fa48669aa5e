/** A menu that opens beside its button: arrow keys move, Escape or a click elsewhere closes it. */
import { button, h } from "./dom.js";

/** `items` are {label, act, name?, kind?, detail?} or "line"; `name` is what a screen reader says. */
export function openMenu(anchor, items, aside = null) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", onkeydown: move }, aside, items.map(row));
  menu.addEventListener("click", (event) => event.target.closest("[role=menuitem]") && menu.hidePopover());
  openBeside(anchor, menu);
  menu.querySelector("[role=menuitem]")?.focus();
}

/** Shows the popover beside its button, as long as it is open. */
export function openBeside(anchor, popover) {
  (anchor.closest("dialog") ?? document.body).append(popover);
  popover.addEventListener("toggle", (event) => event.newState === "closed" && popover.remove());
  popover.showPopover();
  place(popover, anchor.getBoundingClientRect());
}

function row(item) {
  if (item === "line") return h("hr");
  const { kind, name, act, label, detail } = item;
  const small = detail && h("small", {}, detail);
  return button({ role: "menuitem", class: kind, "aria-label": name, onclick: act }, label, small);
}

function move(event) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
}

/** Under its button or above it, towards the middle of the page. */
function place(menu, anchor) {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + 4 + height <= innerHeight;
  const wanted = anchor.left < innerWidth / 2 ? anchor.left : anchor.right - width;
  menu.style.left = `${Math.max(8, Math.min(wanted, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, below ? anchor.bottom + 4 : anchor.top - height - 4)}px`;
}
