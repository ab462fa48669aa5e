/** The top bar (whose eyes, is the app there) and the channel's own header. */
import { button, h, redraw } from "./dom.js";
import { openMenu } from "./menu.js";
import { channelTitle, listed, nameOf } from "./reader.js";

/** `extra` are nodes between the status and the eyes. */
export function makeTop(bar, actions, extra = []) {
  const list = button({ class: "icon list-button", onclick: actions.toggleList }, "☰");
  const team = h("strong", { class: "team" });
  const status = h("p", { class: "status", role: "status" });
  const caption = h("span", {});
  const eyes = h("select", { onchange: () => actions.look(eyes.value) });
  bar.append(list, team, status, ...extra, h("label", { class: "eyes" }, caption, eyes));
  let stamp = null;

  const fill = (reader) => eyes.replaceChildren(...reader.people.filter(hasEyes).map((each) => option(each, reader)));

  return function draw(state, reader) {
    const { words } = reader;
    list.setAttribute("aria-label", words.openChannelList);
    list.setAttribute("aria-expanded", String(state.listOpen));
    list.setAttribute("aria-controls", "sidebar");
    team.textContent = state.team?.name ?? "";
    status.textContent = !state.touch ? words.lostTouch : state.connected ? "" : words.notConnected;
    caption.textContent = words.whoseEyes;
    if (stamp !== reader.stamp) fill(reader);
    stamp = reader.stamp;
    eyes.value = state.as;
  };
}

const hasEyes = (person) => !person.is_bot;

function option(person, { words }) {
  const note = person.is_guest ? words.guest : person.is_admin ? words.admin : null;
  return h("option", { value: person.id }, note ? `${nameOf(person)} (${note})` : nameOf(person));
}

export function drawChannelHeader(header, state, reader, actions) {
  const channel = reader.channel(state.channel);
  redraw(header, JSON.stringify([reader.stamp, channel]), () => {
    if (channel) fillHeader(header, channel, reader, actions);
    else header.replaceChildren();
  });
}

function fillHeader(header, channel, reader, actions) {
  const { words } = reader;
  const direct = channel.kind === "im" || channel.kind === "mpim";
  const focused = header.contains(document.activeElement);
  const options = button(
    {
      class: "icon",
      "aria-label": words.channelOptions,
      title: words.channelOptions,
      "aria-haspopup": "menu",
      onclick: () => openMenu(options, channelMenu(channel, reader, actions), members(channel, reader)),
    },
    "⋯",
  );
  const title = h("h1", {}, channel.kind === "private" && "🔒 ", channelTitle(channel, reader));
  const count = h("span", { class: "count" }, words.members(channel.members.length));
  header.replaceChildren(title, ...(direct ? [] : [count, ...(channel.is_member ? [options] : [])]));
  if (focused) options.focus();
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
