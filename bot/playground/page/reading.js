/** What a person has seen is read; where the news began stays marked until they go elsewhere. */

export function makeReading(actions) {
  let place = null;
  let news = null;
  let marked = "";

  /** The ts after which the open channel is new to the reader, or null. */
  return function read(state, reader) {
    const channel = reader.channel(state.channel);
    if (!channel?.is_member || state.messagesOf !== state.channel || state.tab !== "messages") return news;
    if (place !== `${state.as} ${channel.id}`) {
      place = `${state.as} ${channel.id}`;
      news = channel.unread ? channel.read_until : null;
      marked = channel.read_until;
    }
    const last = state.messages.findLast((each) => !each.ephemeral && each.user !== state.as)?.ts ?? "";
    if (last > marked && document.visibilityState === "visible") {
      marked = last;
      actions.mark(channel.id, last);
    }
    return news;
  };
}
