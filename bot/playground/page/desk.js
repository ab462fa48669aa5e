/** The side of the page for who tries an app out: tour, clock, wire and faults, a tab each. */
import { makeClock } from "./clock.js";
import { nowOf } from "./dates.js";
import { deskWords } from "./desk-words.js";
import { button, h } from "./dom.js";
import { makeFaults } from "./faults.js";
import { clockOf, makeDeskDates } from "./desk-dates.js";
import { coversChannel } from "./desk-sync.js";
import { makeTour } from "./tour.js";
import { makeWire } from "./wire.js";

const TABS = ["tour", "clock", "wire", "faults"];
/** Where the side hides all that lies behind it. */
const NARROW = matchMedia("(max-width: 24rem)");

/** Returns the button for the top bar and what draws both. */
export function makeDesk(panel, store, actions) {
  const time = h("time", { class: "desk-time" });
  const badge = h("span", { class: "desk-badge" });
  const toggle = button({ class: "desk-button", "aria-controls": "desk", onclick: () => open(!store.state.deskOpen) }, "🎭 ", badge, time);
  const title = h("h2", { id: "desk-title" });
  const close = button({ class: "icon", onclick: () => open(false) }, "✕");
  const tabs = TABS.map((name) => button({ role: "tab", id: `tab-${name}`, "aria-controls": `desk-${name}`, onclick: () => choose(name) }));
  const list = h("div", { role: "tablist", class: "desk-tabs", "aria-labelledby": title.id, onkeydown: step }, tabs);
  const parts = { tour: makeTour(), clock: makeClock(actions), wire: makeWire(store, actions), faults: makeFaults(actions) };
  const sheets = TABS.map((name) => h("section", { role: "tabpanel", id: `desk-${name}`, "aria-labelledby": `tab-${name}`, tabindex: "0" }, parts[name].node));
  panel.setAttribute("aria-labelledby", title.id);
  panel.append(h("header", {}, title, close), list, ...sheets);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
  setInterval(() => store.state.desk && store.set({}), 10_000);
  NARROW.addEventListener("change", () => store.set({}));

  function open(wanted) {
    store.set(wanted && coversChannel() ? { deskOpen: true, deskTab: null } : { deskOpen: wanted });
    if (!wanted) return toggle.focus();
    actions.loadWire();
    requestAnimationFrame(() => panel.querySelector("[aria-selected=true]")?.focus());
  }

  function choose(name) {
    store.set({ deskTab: name });
    actions.loadWire();
  }

  function step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const shown = tabs.filter((tab) => !tab.hidden);
    const next = shown.at((shown.indexOf(document.activeElement) + by) % shown.length);
    next.focus();
    next.click();
  }

  function draw(state, reader) {
    const { desk } = state;
    toggle.hidden = !desk;
    if (!desk) return;
    const words = deskWords(reader.lang);
    const tab = state.deskTab ?? (desk.tour.length ? "tour" : "clock");
    const dates = makeDeskDates(reader, desk.clock.zone);
    drawToggle(state, words, dates);
    panel.hidden = !state.deskOpen;
    for (const behind of document.querySelectorAll("#channel, #thread")) behind.inert = state.deskOpen && NARROW.matches;
    document.body.classList.toggle("desk-open", state.deskOpen);
    if (!state.deskOpen) return;
    title.textContent = words.desk;
    close.setAttribute("aria-label", words.closeDesk);
    tabs.forEach((each, index) => drawTab(each, TABS[index], tab, words, desk));
    sheets.forEach((sheet, index) => (sheet.hidden = TABS[index] !== tab));
    parts[tab].draw({ state, desk, reader, words, dates });
  }

  function drawToggle(state, words, dates) {
    const { desk, deskOpen } = state;
    const done = desk.tour.filter((each) => each.done).length;
    badge.textContent = desk.tour.length ? `${done}/${desk.tour.length}` : "";
    time.textContent = clockOf(nowOf(state), dates) + (dates.tz === state.me.tz ? "" : ` (${words.city(dates.tz)})`);
    toggle.setAttribute("aria-label", `${words.desk}, ${time.textContent}`);
    toggle.setAttribute("aria-expanded", String(Boolean(deskOpen)));
  }

  return { toggle, draw };
}

function drawTab(node, name, chosen, words, desk) {
  node.hidden = name === "tour" && !desk.tour.length;
  node.textContent = words.tabs[name];
  node.setAttribute("aria-selected", String(name === chosen));
  node.tabIndex = name === chosen ? 0 : -1;
}
