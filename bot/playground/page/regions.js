/** F6 goes from part to part of the page, as in Slack; with Shift the other way. */

/** Where one arrives in each part. */
const ARRIVALS = [
  "#top [aria-pressed=true]",
  "#sidebar [aria-current]",
  "#log",
  "#composer textarea",
  "#thread textarea",
  "#desk [role=tab][aria-selected=true]",
];
const PART = "#top, #sidebar, #log, #composer, #thread, #desk";

export function walkRegions() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const places = ARRIVALS.map((each) => document.querySelector(each)).filter(reachable);
    const here = document.activeElement.closest(PART);
    const now = places.findIndex((each) => each.closest(PART) === here);
    places.at((now + (event.shiftKey ? -1 : 1)) % places.length)?.focus();
  });
}

const reachable = (node) => node?.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]");
