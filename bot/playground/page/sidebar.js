/** The channels and direct messages the person may see. */
import { button, h, redraw, update } from "./dom.js";
import { channelName } from "./reader.js";

const PARTS = ["channels", "apps", "directMessages", "otherChannels"];

export function drawSidebar(nav, state, reader, actions) {
  const shown = state.channels.map(({ read_until, ...seen }) => seen);
  redraw(nav, JSON.stringify([reader.stamp, shown, state.channel, state.tab]), () => {
    nav.setAttribute("aria-label", reader.words.openChannelList);
    update(nav, PARTS.map((part) => group(part, state, reader, actions)));
  });
}

function partOf(channel, app) {
  if (channel.kind === "im" && channel.members.includes(app.id)) return "apps";
  if (channel.kind === "im" || channel.kind === "mpim") return "directMessages";
  return channel.is_member ? "channels" : "otherChannels";
}

function group(part, state, reader, actions) {
  const open = state.channels.filter((each) => !each.archived || each.is_member);
  const channels = open.filter((each) => partOf(each, reader.app) === part);
  const rows = channels.map((each) => h("li", { key: each.id }, row(each, state, reader, actions)));
  if (part === "apps" && !rows.length) rows.push(h("li", { key: "app" }, appRow(reader, actions)));
  if (!rows.length) return null;
  return h("section", { key: part }, h("h2", {}, reader.words[part]), h("ul", { role: "list" }, rows));
}

/** The app, as long as nobody has spoken with it. */
function appRow({ app }, actions) {
  const open = () => actions.openApp(app.home_tab ? "home" : "messages");
  return button({ onclick: open }, h("span", { class: "mark", "aria-hidden": "true" }, "●"), h("span", {}, app.name));
}

function row(channel, state, reader, actions) {
  const attributes = {
    class: channel.is_member && channel.unread ? "unread" : null,
    "data-channel": channel.id,
    "aria-current": channel.id === state.channel ? "page" : null,
    onclick: () => open(channel, reader, actions),
  };
  const mark = h("span", { class: "mark", "aria-hidden": "true" }, MARKS[channel.kind]);
  return button(attributes, mark, h("span", {}, channelName(channel, reader)), note(channel, reader));
}

/** An app with a home opens there, unless it has something to say. */
function open(channel, { app }, actions) {
  if (!app.home_tab || partOf(channel, app) !== "apps") return actions.open(channel.id);
  return actions.openApp(channel.unread ? "messages" : "home");
}

/** How many are new in a conversation, or mention the reader; for the rest that there is something new. */
function note(channel, { me, words }) {
  if (channel.is_member && channel.unread) {
    const count = channel.kind === "im" || channel.kind === "mpim" ? channel.unread : channel.mentions;
    return [h("span", { class: "unseen" }, ` ${words.unread}`), count > 0 && h("span", { class: "badge-new" }, String(count))];
  }
  const alone = channel.kind === "im" && channel.members.every((id) => id === me.id);
  return alone && h("small", {}, ` ${words.you}`);
}

const MARKS = { public: "#", private: "🔒", im: "●", mpim: "●" };
