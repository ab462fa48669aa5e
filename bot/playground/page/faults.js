/** What can go wrong, on order: the app's process, the network, the token, a channel. */
import { button, h, redraw } from "./dom.js";

export function makeFaults(actions) {
  const node = h("div", { class: "faults" });
  const trouble = h("p", { class: "trouble", role: "alert" });
  const body = h("div", {});
  node.append(body, trouble);
  let words = null;
  let place = null;

  const order = (name, given = {}) => async () => {
    trouble.textContent = "";
    const answer = await actions.order(name, given);
    if (!answer.ok) trouble.textContent = words.refused(answer.error);
  };

  function drawBody({ app, faults, channels }, connected) {
    body.replaceChildren(
      ...[app && appPart(app, connected), networkPart(faults), accessPart(faults, channels)].filter(Boolean),
    );
  }

  function appPart({ running }, connected) {
    const [name, label] = running ? ["kill", words.kill] : ["start", words.start];
    return part(
      words.app,
      h("p", { role: "status" }, !running ? words.stopped : connected ? words.running : words.connecting),
      press(name, label, running ? words.killNote : "", running ? "danger" : "primary"),
    );
  }

  function networkPart({ slow, left }) {
    return part(
      words.network,
      press("limit", words.limit, words.limitNote),
      press("lose", words.lose, words.loseNote),
      h("p", { class: "hint", role: "status" }, words.left(left)),
      flip("slow", words.slow, "", slow),
      press("disconnect", words.disconnect, ""),
    );
  }

  function accessPart({ token }, channels) {
    const options = channels.map(({ id, name, archived }) =>
      h("option", { value: id, selected: id === place }, archived ? `#${name} (${words.archivedMark})` : `#${name}`),
    );
    const choice = h("select", { "data-focus": "place", onchange: () => choose(choice.value) }, options);
    place = choice.value;
    const act = button({ class: "button", "data-focus": "archive", onclick: () => order("archive", archiving(channels))() });
    const choose = (id) => {
      place = id;
      act.textContent = archiving(channels).on ? words.archive : words.unarchive;
    };
    choose(place);
    return part(
      words.access,
      flip("revoke", words.revoke, words.revokeNote, Boolean(token)),
      h("p", { class: "pick" }, h("label", {}, words.archiveLabel, " ", choice), act),
    );
  }

  const archiving = (channels) => ({ channel: place, on: !channels.find((each) => each.id === place)?.archived });

  const part = (title, ...children) => h("section", {}, h("h3", {}, title), children);

  const press = (name, label, note, style = "") =>
    h("p", {}, button({ class: `button ${style}`, "data-focus": name, onclick: order(name) }, label), hint(note));

  function flip(name, label, note, on) {
    const box = h("input", { type: "checkbox", checked: on, "data-focus": name, onchange: () => order(name, { on: box.checked })() });
    return h("p", {}, h("label", {}, box, " ", label), hint(note));
  }

  const hint = (note) => note && h("small", { class: "hint" }, note);

  return {
    node,
    draw({ state, desk, reader, words: spoken }) {
      words = spoken;
      const stamp = JSON.stringify([desk.app, state.connected, desk.faults, desk.channels, reader.lang]);
      const focused = body.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
      redraw(body, stamp, () => drawBody(desk, state.connected));
      if (focused && !body.contains(document.activeElement)) (body.querySelector(`[data-focus="${focused}"]`) ?? body.querySelector("button"))?.focus();
    },
  };
}
