/** A month to choose a day from: days off are marked and named, arrow keys move, days that have passed cannot be chosen. */
import { dayName, isWeekend, monthName, monthOf, plusDays, weekdayName, weeksOf } from "./desk-dates.js";
import { button, h, redraw } from "./dom.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function makeCalendar() {
  const name = h("h4", { "aria-live": "polite" });
  const earlier = button({ class: "icon", onclick: () => turn(-1) }, "‹");
  const later = button({ class: "icon", onclick: () => turn(1) }, "›");
  const grid = h("table", { role: "grid", onkeydown: step });
  const node = h("div", { class: "calendar" }, h("p", { class: "month" }, earlier, name, later), grid);
  let given = null;
  let chosen = null;
  let month = null;

  function choose(day) {
    if (day < given.today) return;
    chosen = day;
    month = monthOf(day);
    show();
    grid.querySelector(`[data-day="${day}"]`)?.focus();
  }

  function turn(by) {
    month = monthOf(month, by);
    show();
  }

  function step(event) {
    const day = event.target.dataset?.day;
    if (!day || !STEPS[event.key]) return;
    event.preventDefault();
    choose(plusDays(day, STEPS[event.key]));
  }

  function show() {
    const { dates, words, today, free } = given;
    name.textContent = monthName(month, dates);
    earlier.setAttribute("aria-label", words.earlierMonth);
    later.setAttribute("aria-label", words.laterMonth);
    earlier.disabled = month <= monthOf(today);
    const weeks = weeksOf(month).map((week) => week.map((day) => day && { day, off: free(day, dates.lang), past: day < today }));
    const reachable = chosen.startsWith(month.slice(0, 7)) ? chosen : weeks.flat().find((each) => each && !each.past)?.day;
    redraw(grid, JSON.stringify([weeks, chosen, reachable, dates]), () => {
      grid.replaceChildren(head(dates), h("tbody", {}, weeks.map((week) => h("tr", {}, week.map((each) => cell(each, reachable))))));
    });
  }

  function cell(each, reachable) {
    if (!each) return h("td", {});
    const { day, off, past } = each;
    const label = [dayName(day, given.dates), off].filter(Boolean).join(", ");
    const attributes = {
      "data-day": day,
      class: off || isWeekend(day) ? "free" : null,
      title: off,
      "aria-label": label,
      "aria-pressed": String(day === chosen),
      tabindex: day === reachable ? "0" : "-1",
      disabled: past,
      onclick: () => choose(day),
    };
    return h("td", {}, button(attributes, String(Number(day.slice(8))), off && h("span", { class: "off", "aria-hidden": "true" }, "●")));
  }

  return {
    node,
    chosen: () => chosen,
    draw(context) {
      given = context;
      if (chosen === null || chosen < context.today) {
        chosen = context.today;
        month = monthOf(chosen);
      }
      show();
    },
  };
}

function head(dates) {
  const days = Array.from({ length: 7 }, (_, index) => plusDays("2024-01-01", index));
  return h("thead", { "aria-hidden": "true" }, h("tr", {}, days.map((day) => h("th", {}, weekdayName(day, dates)))));
}
