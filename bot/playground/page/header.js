/** The top bar (whose eyes, is the app there) and the channel's own header. */
import { button, h, redraw, update } from "./dom.js";
import { makeEyes } from "./eyes.js";
import { openMenu } from "./menu.js";
import { channelTitle, listed, nameOf } from "./reader.js";

/** `extra` are nodes between the status and the eyes. */
export function makeTop(bar, actions, extra = []) {
  const list = button({ class: "icon list-button", onclick: actions.toggleList }, "☰");
  const team = h("strong", { class: "team" });
  const status = h("p", { class: "status", role: "status" });
  const eyes = makeEyes(actions);
  bar.append(list, team, status, ...extra, eyes.node);

  return function draw(state, reader) {
    const { words } = reader;
    list.setAttribute("aria-label", words.openChannelList);
    list.setAttribute("aria-expanded", String(state.listOpen));
    list.setAttribute("aria-controls", "sidebar");
    team.textContent = state.team?.name ?? "";
    status.textContent = !state.touch ? words.lostTouch : state.connected ? "" : words.notConnected;
    eyes.draw(state, reader);
  };
}

export function drawChannelHeader(header, state, reader, actions) {
  const channel = reader.channel(state.channel);
  const { id, name, kind, members: inside, is_member } = channel ?? {};
  redraw(header, JSON.stringify([reader.stamp, id, name, kind, inside, is_member, state.tab]), () => {
    if (channel) fillHeader(header, channel, state.tab, reader, actions);
    else header.replaceChildren();
  });
}

function fillHeader(header, channel, tab, reader, actions) {
  const { words } = reader;
  const direct = channel.kind === "im" || channel.kind === "mpim";
  const options = button(
    {
      class: "icon",
      "aria-label": words.channelOptions,
      title: words.channelOptions,
      "aria-haspopup": "menu",
      "data-focus": "options",
      onclick: ({ currentTarget }) =>
        openMenu(currentTarget, channelMenu(channel, reader, actions), members(channel, reader)),
    },
    "⋯",
  );
  const title = h("h1", {}, channel.kind === "private" && "🔒 ", channelTitle(channel, reader));
  const count = h("span", { class: "count" }, words.members(channel.members.length));
  const about = direct ? [tabs(channel, tab, reader, actions)] : [count, channel.is_member && options];
  update(header, title, about);
}

/** Of the conversation with the app, which has a home of its own. */
function tabs(channel, tab, { app, words }, actions) {
  if (!app.home_tab || channel.kind !== "im" || !channel.members.includes(app.id)) return null;
  const each = (name) => {
    const chosen = String(tab === name);
    const attributes = { key: name, role: "tab", "aria-selected": chosen, onclick: () => actions.openApp(name) };
    return button(attributes, words[name]);
  };
  return h("div", { class: "tabs", role: "tablist" }, ["home", "messages"].map(each));
}

const members = (channel, reader) => h("p", { class: "members" }, listed(channel.members, reader));

function channelMenu(channel, reader, actions) {
  const outside = reader.people.filter((person) => !channel.members.includes(person.id));
  const invitations = outside.map((person) => ({
    label: reader.words.invitePerson(nameOf(person)),
    act: () => actions.invite(channel.id, person.id),
  }));
  return [...invitations, "line", { label: reader.words.leave, act: () => actions.leave(channel.id) }];
}
