/** The guided tour: what to try, ticked off by what really happened. */
import { h, redraw } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

export function makeTour() {
  const node = h("div", { class: "tour" });
  return {
    node,
    draw({ desk, reader, words }) {
      const stamp = JSON.stringify([desk.tour, reader.stamp]);
      redraw(node, stamp, () => {
        node.replaceChildren(...sheet(desk.tour, reader, words));
        (node.querySelector(".next") ?? node.firstChild).scrollIntoView({ block: "nearest" });
      });
    },
  };
}

function sheet(steps, reader, words) {
  const done = steps.filter((each) => each.done).length;
  const all = done === steps.length;
  const next = steps.findIndex((each) => !each.done);
  const bar = h("progress", { max: String(steps.length), value: String(done), "aria-label": words.progress(done, steps.length) });
  const lead = h("p", { class: "lead", role: "status" }, all ? words.tourDone : words.tourLead(steps.length));
  return [lead, bar, h("ol", { role: "list" }, steps.map((each, index) => row(each, index, index === next, reader, words)))];
}

function row(step, index, isNext, reader, words) {
  const text = step.text[reader.lang] ?? step.text.en;
  const mark = h("span", { class: "tick", "aria-hidden": "true" }, step.done ? "✓" : String(index + 1));
  const said = step.done && h("span", { class: "sr" }, `(${words.done})`);
  return h(
    "li",
    { class: step.done ? "done" : isNext ? "next" : null },
    mark,
    h("div", {}, h("h3", {}, step.title[reader.lang] ?? step.title.en, said), h("p", {}, mrkdwn(text, reader))),
  );
}
