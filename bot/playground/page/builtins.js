/** The commands that are Slack's own, not the app's. */
import { nameOf } from "./reader.js";

async function invite(typed, { tell, notice, reader }) {
  const name = typed.replace(/^\S+\s*@?/, "").trim();
  const person = reader.people.find((each) => [each.name, nameOf(each), each.real_name].some((own) => same(own, name)));
  if (!person) return notice(reader.words.nobodyCalled(name));
  const answer = await tell("invite", { channel: reader.here, user: person.id });
  return answer.ok || notice(reader.words.commandFailed("/invite", answer.error));
}

async function leave(typed, { tell, notice, reader }) {
  const answer = await tell("leave", { channel: reader.here });
  return answer.ok || notice(reader.words.commandFailed("/leave", answer.error));
}

const same = (own, name) => own?.toLowerCase() === name.toLowerCase();

const commands = new Map([["/invite", invite], ["/leave", leave]]);

export const builtin = (name) => commands.get(name);

/** As the server lists the app's commands: {command, description, usage_hint}. */
export const builtinList = (words) => [
  { command: "/invite", description: words.inviteCommand, usage_hint: words.inviteUsage },
  { command: "/leave", description: words.leaveCommand, usage_hint: "" },
];
