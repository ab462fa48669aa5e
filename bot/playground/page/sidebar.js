/** The channels and direct messages the person may see. */
import { button, h, redraw } from "./dom.js";
import { channelName } from "./reader.js";

export function drawSidebar(nav, state, reader, actions) {
  const stamp = JSON.stringify([reader.stamp, state.channels, state.channel, [...state.unread]]);
  redraw(nav, stamp, () => draw(nav, state, reader, actions));
}

function draw(nav, state, reader, actions) {
  const { words } = reader;
  nav.setAttribute("aria-label", words.openChannelList);
  const open = state.channels.filter((each) => !each.archived || each.is_member);
  const [direct, rooms] = split(open, (each) => each.kind === "im" || each.kind === "mpim");
  const [joined, others] = split(rooms, (each) => each.is_member);
  const titled = [[words.channels, joined], [words.directMessages, direct], [words.otherChannels, others]];
  const parts = titled.map(([title, channels]) => group(title, channels));
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.channel : null;
  nav.replaceChildren(...parts.filter(Boolean));
  if (focused) nav.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();

  function group(title, channels) {
    if (!channels.length) return null;
    const rows = channels.map((each) => h("li", {}, row(each)));
    return h("section", {}, h("h2", {}, title), h("ul", { role: "list" }, rows));
  }

  function row(channel) {
    const unread = state.unread.has(channel.id);
    const attributes = {
      class: unread ? "unread" : null,
      "data-channel": channel.id,
      "aria-current": channel.id === state.channel ? "page" : null,
      onclick: () => actions.open(channel.id),
    };
    const mark = h("span", { class: "mark", "aria-hidden": "true" }, MARKS[channel.kind]);
    return button(attributes, mark, channelName(channel, reader), note(channel, unread));
  }

  function note(channel, unread) {
    if (unread) return h("span", { class: "dot" }, ` ${words.unread}`);
    const alone = channel.kind === "im" && channel.members.every((id) => id === reader.me.id);
    return alone && h("small", {}, ` ${words.you}`);
  }
}

const MARKS = { public: "#", private: "🔒", im: "●", mpim: "●" };

function split(items, test) {
  return [items.filter(test), items.filter((each) => !test(each))];
}
