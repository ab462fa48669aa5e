/** Puts the parts together: reads the address, follows the server, draws when something changed. */
import { makeActions } from "./actions.js";
import { makeAnnouncer } from "./announce.js";
import { makeComposer } from "./composer.js";
import { makeDesk } from "./desk.js";
import { makeDeskActions } from "./desk-actions.js";
import { followDesk } from "./desk-sync.js";
import { button, h, redraw } from "./dom.js";
import { drawChannelHeader, makeTop } from "./header.js";
import { drawHome } from "./home.js";
import { permalink } from "./links.js";
import { openMenu } from "./menu.js";
import { drawLog, reveal, showEnd } from "./messages.js";
import { makeModal } from "./modal.js";
import { channelTitle, readerOf } from "./reader.js";
import { makeReading } from "./reading.js";
import { walkRegions } from "./regions.js";
import { remembered } from "./remembered.js";
import { drawSidebar } from "./sidebar.js";
import { makeStore } from "./store.js";
import { follow } from "./sync.js";
import { makeThread } from "./thread.js";
import { walkable } from "./walk.js";

const address = new URLSearchParams(location.search);
const store = makeStore({ as: address.get("as"), lang: address.get("lang"), channel: address.get("channel") });
const deskSync = followDesk(store);
const sync = follow(store, deskSync);
const actions = makeActions(store, sync);
const part = (id) => document.getElementById(id);

const plus = button({ class: "icon", "aria-haspopup": "menu", onclick: openShortcuts }, "⚡");
const composer = makeComposer({ send, extra: [plus] });
const bar = h("div", { class: "bar" });
part("composer").append(composer.node, bar);
const desk = makeDesk(part("desk"), store, makeDeskActions(store, deskSync));
const drawTop = makeTop(part("top"), actions, [desk.toggle]);
const drawThread = makeThread(part("thread"), store, actions);
const drawModal = makeModal(actions);
const newsOf = makeReading(actions);
const announce = makeAnnouncer(part("announcer"));
walkable(part("log"));
walkRegions();

function send(text) {
  showEnd(part("log"));
  return actions.send(text);
}

function openShortcuts() {
  const shortcuts = store.state.shortcuts.filter((each) => each.type === "global");
  openMenu(plus, shortcuts.map((each) => ({ label: each.name, act: () => actions.shortcut(each) })));
}

store.subscribe((state) => {
  if (!state.me) return;
  const reader = readerOf(state);
  document.documentElement.lang = reader.lang;
  document.body.classList.toggle("list-open", state.listOpen);
  document.body.classList.toggle("thread-open", Boolean(state.thread));
  drawTop(state, reader);
  drawSidebar(part("sidebar"), state, reader, actions);
  drawChannelHeader(part("channel-header"), state, reader, actions);
  drawChannel(state, reader);
  drawThread(state, reader);
  drawModal(state, reader);
  desk.draw(state, reader);
  keepAddress(state, reader);
});

function drawChannel(state, reader) {
  const channel = reader.channel(state.channel);
  if (!channel) return;
  const atHome = state.tab === "home";
  part("log").hidden = part("composer").hidden = atHome;
  part("home").hidden = !atHome;
  if (atHome) drawHome(part("home"), state, reader, actions);
  const title = channelTitle(channel, reader);
  part("log").setAttribute("aria-label", reader.words.messagesIn(title));
  plus.setAttribute("aria-label", reader.words.shortcuts);
  const writable = channel.is_member && !channel.archived;
  composer.node.hidden = !writable;
  bar.hidden = writable;
  redraw(bar, JSON.stringify([reader.stamp, title, channel.is_member, channel.archived]), () =>
    drawBar(channel, title, reader),
  );
  const label = reader.words.messageTo(title);
  const turnsHere = part("log").dataset.place !== state.channel;
  if (turnsHere && writable && !state.thread && !state.listOpen) composer.focus();
  composer.draw({ place: `${state.as} ${state.channel}`, label, reader, commands: state.commands });
  const { messages, notices } = ofChannel(state.messages, state.notices, state.channel, state.as);
  const news = newsOf(state, reader);
  announce(messages, state.messagesOf, reader);
  drawLog(part("log"), { messages, notices, news, place: state.messagesOf, reader, actions, inThread: false });
}

const isReply = ({ ts, thread_ts, subtype }) => thread_ts && thread_ts !== ts && subtype !== "thread_broadcast";

const ofChannel = remembered((messages, notices, channel, as) => ({
  messages: messages.filter((each) => !isReply(each)),
  notices: notices.filter((each) => each.channel === channel && !each.thread && each.as === as),
}));

function drawBar(channel, title, { words }) {
  const join = button({ class: "button primary", onclick: () => actions.join(channel.id) }, words.join);
  bar.replaceChildren(...(channel.archived ? [words.archived] : [words.notMember(title), join]));
}

function keepAddress(state, reader) {
  const query = new URLSearchParams({ as: state.as, channel: state.channel ?? "" });
  if (state.lang) query.set("lang", state.lang);
  const channel = reader.channel(state.channel);
  const news = state.channels.some((each) => each.is_member && each.unread) ? "● " : "";
  document.title = `${news}${channel ? channelTitle(channel, reader) : ""} | ${state.team?.name ?? ""}`;
  if (location.search !== `?${query}`) history.replaceState(null, "", `?${query}`);
}

part("sidebar").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && store.state.listOpen) actions.toggleList();
});

document.addEventListener("click", (event) => {
  const mention = event.target.closest(".mention[data-channel]");
  if (mention) actions.open(mention.dataset.channel);
  const place = permalink(event.target.closest("a")?.href ?? "");
  if (!place || !store.state.channels.some((each) => each.id === place.channel)) return;
  event.preventDefault();
  show(place);
});

async function show({ channel, ts, thread }) {
  if (channel !== store.state.channel || store.state.tab === "home") await actions.open(channel);
  if (thread) actions.openThread(thread);
  await new Promise(requestAnimationFrame);
  document.querySelectorAll(".log").forEach((log) => reveal(log, ts));
}

// What is under a finger stays there until the click is over.
document.addEventListener("pointerdown", store.hold, true);
for (const over of ["pointerup", "pointercancel"]) document.addEventListener(over, store.release, true);
document.addEventListener("visibilitychange", () => store.set({}));

await sync.begin();
const [channel, ts, thread] = ["channel", "ts", "thread_ts"].map((name) => address.get(name));
if (ts) show({ channel, ts, thread });
