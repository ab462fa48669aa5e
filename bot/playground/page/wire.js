/** What went over the wire, newest first: what Slack sent to the app and what the app called, refusals in red. */
import { secondsOf } from "./desk-dates.js";
import { button, h, keyed } from "./dom.js";
import { json } from "./json.js";

const KINDS = ["all", "slack", "app", "refused"];

export function makeWire(store, actions) {
  const filter = h("input", { type: "search", oninput: () => store.set({}) });
  const kind = h("select", { onchange: () => store.set({}) }, KINDS.map((each) => h("option", { value: each })));
  const clear = button({ class: "button", onclick: () => actions.order("forget", {}) });
  const empty = h("p", { class: "hint" });
  const list = h("ol", { role: "list", class: "wire" });
  const bar = h("p", { class: "wire-bar" }, filter, kind, clear);

  return {
    node: h("div", { class: "wire-sheet" }, bar, empty, list),
    draw({ state, reader, words, dates }) {
      label(filter, words.filter);
      filter.placeholder = words.filter;
      label(kind, words.which);
      [...kind.options].forEach((option) => (option.textContent = words.kinds[option.value]));
      clear.textContent = words.clear;
      const fitting = state.wire.filter((each) => fits(each, kind.value, filter.value.trim().toLowerCase()));
      empty.textContent = fitting.length ? "" : state.wire.length ? words.nothingFits : words.nothingPassed;
      keyed(list, fitting.map((each) => entry(each, { reader, words, dates, actions })));
    },
  };
}

function label(node, text) {
  node.setAttribute("aria-label", text);
}

function fits(entry, kind, words) {
  if (kind === "refused" ? !entry.error : kind !== "all" && entry.from !== kind) return false;
  return `${entry.name} ${entry.error ?? ""}`.toLowerCase().includes(words);
}

function entry(each, context) {
  return { key: String(each.number), stamp: JSON.stringify([each, context.reader.stamp]), make: () => row(each, context) };
}

function row(each, { words, dates, actions }) {
  const toApp = each.from === "slack";
  const took = each.milliseconds === null ? words.waiting : `${each.milliseconds.toFixed(each.milliseconds < 10 ? 1 : 0)} ms`;
  const summary = h(
    "summary",
    {},
    h("span", { class: "direction", role: "img", "aria-label": toApp ? words.toApp : words.toSlack }, toApp ? "→" : "←"),
    h("span", { class: "what" }, each.name),
    h("span", { class: "took" }, took),
    h("time", {}, secondsOf(each.at, dates)),
    each.error && h("span", { class: "refused" }, `⚠ ${each.error}`),
    each.lost && h("span", { class: "refused" }, `⚠ ${words.answerLost}`),
    each.retry > 0 && h("span", { class: "retry" }, words.retry(each.retry, each.retry_reason)),
  );
  const body = h("div", { class: "sides" });
  const open = async (event) => {
    if (event.target.open && !body.hasChildNodes()) body.append(...sides(await actions.passed(each.number), words));
  };
  return h("li", {}, h("details", { ontoggle: open }, summary, body));
}

function sides({ ok, sent, answer }, words) {
  if (ok === false && sent === undefined) return [h("p", { class: "hint" }, words.forgotten)];
  const said = answer === null ? h("p", { class: "hint" }, words.acknowledged) : json(answer);
  return [h("h4", {}, words.sent), json(sent), h("h4", {}, words.answer), said];
}
