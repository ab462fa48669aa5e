/** The running app's clock: where it stands, one click to where it may go, and any day and time. */
import { makeCalendar } from "./calendar.js";
import { clockOf, dayIn, timeOf } from "./desk-dates.js";
import { nowOf } from "./dates.js";
import { button, h, redraw } from "./dom.js";

export function makeClock(actions) {
  const time = h("p", { class: "clock-face" });
  const zone = h("p", { class: "hint" });
  const jumpsTitle = h("h3", {});
  const jumps = h("ul", { role: "list", class: "jumps" });
  const pickTitle = h("h3", {});
  const calendar = makeCalendar();
  const caption = h("span", {});
  const wall = h("input", { type: "time", value: "09:00", required: true });
  const move = button({ class: "button primary", onclick: () => go({ at: `${calendar.chosen()}T${wall.value || "09:00"}` }) });
  const trouble = h("p", { class: "trouble", role: "alert" });
  const note = h("p", { class: "hint" });
  const pick = h("p", { class: "pick" }, h("label", {}, caption, " ", wall), move);
  let words = null;

  async function go(where) {
    trouble.textContent = "";
    const answer = await actions.order("clock", where);
    if (!answer.ok) trouble.textContent = words.refused(answer.error);
  }

  return {
    node: h("div", { class: "clock" }, time, zone, jumpsTitle, jumps, pickTitle, calendar.node, pick, trouble, note),
    draw({ state, desk, dates, words: spoken }) {
      const now = nowOf(state);
      words = spoken;
      time.textContent = clockOf(now, dates);
      zone.textContent = words.zone(desk.clock.zone);
      jumpsTitle.textContent = words.jumpsTitle;
      pickTitle.textContent = words.pickTitle;
      caption.textContent = words.timeOfDay;
      move.textContent = words.move;
      note.textContent = words.clockNote;
      calendar.draw({ today: dayIn(now, dates), dates, words, free: actions.freeDays });
      drawJumps(jumps, desk.clock.jumps, { dates, words, go, free: actions.freeDays });
    },
  };
}

function drawJumps(list, jumps, context) {
  const { dates, free } = context;
  const known = Object.entries(jumps).map(([name, at]) => ({ name, at, off: name !== "hour" && free(dayIn(at, dates), dates.lang) }));
  redraw(list, JSON.stringify([known, dates]), () => list.replaceChildren(...known.map((each) => jump(each, context))));
}

function jump({ name, at, off }, { dates, words, go }) {
  const where = name === "hour" ? timeOf(at, dates) : clockOf(at, dates);
  const day = h("span", { class: off ? "free" : "where" }, off ? `${where} ${off}` : where);
  return h("li", {}, button({ class: "button", "data-focus": name, onclick: () => go({ jump: name }) }, words.jumps[name]), day);
}
