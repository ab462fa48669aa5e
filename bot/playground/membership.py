"""People and channels come and go, with the events Slack sends."""

from typing import Any

from . import talk
from .channels import Channel
from .core import Core
from .errors import Refusal
from .people import Person


def join(core: Core, channel: Channel, person: Person, inviter: Person | None = None) -> None:
    """Joins by itself, or by the hand of `inviter`; being in already changes nothing."""
    if channel.archived:
        raise Refusal("is_archived")
    if person.id in channel.members:
        return
    channel.members.append(person.id)
    talk.post(
        core, channel, person, f"<@{person.id}> has joined the channel", subtype=_notice(channel, "join")
    )
    event = {
        "type": "member_joined_channel",
        "user": person.id,
        "channel": channel.id,
        "channel_type": channel.id[0],
        "team": core.workspace.team_id,
    }
    core.events.happened(event | ({"inviter": inviter.id} if inviter else {}), within=channel)
    core.bell.ring("state")


def leave(core: Core, channel: Channel, person: Person, removed_by: Person | None = None) -> None:
    """The app itself is told by channel_left or group_left, about others by member_left_channel."""
    if person.id not in channel.members:
        raise Refusal("not_in_channel")
    channel.members.remove(person.id)
    talk.post(
        core, channel, person, f"<@{person.id}> has left the channel", subtype=_notice(channel, "leave")
    )
    if person.id == core.workspace.bot.id:
        kind = "channel_left" if channel.kind == "public" else "group_left"
        actor = (removed_by or person).id
        core.events.happened({"type": kind, "channel": channel.id, "actor_id": actor})
    else:
        event = {"type": "member_left_channel", "user": person.id, "channel": channel.id}
        core.events.happened(
            event | {"channel_type": channel.id[0], "team": core.workspace.team_id}, within=channel
        )
    core.bell.ring("state")


def archive(core: Core, channel: Channel, by: Person) -> None:
    channel.archived = True
    core.events.channel_changed("archive", channel, user=by.id)
    core.bell.ring("state")


def unarchive(core: Core, channel: Channel, by: Person) -> None:
    channel.archived = False
    core.events.channel_changed("unarchive", channel, user=by.id)
    core.bell.ring("state")


def rename(core: Core, channel: Channel, name: str) -> None:
    channel.name = name
    about = {"id": channel.id, "name": name, "name_normalized": name, "created": channel.created}
    core.events.channel_changed("rename", channel, channel=about)
    core.bell.ring("state")


def delete(core: Core, channel: Channel) -> None:
    core.events.channel_changed("deleted", channel)
    del core.workspace.channels[channel.id]
    core.bell.ring("state")


def make_private(core: Core, channel: Channel, by: Person) -> None:
    """Slack tells of it by a message only."""
    channel.kind = "private"
    text = "made this channel *private*. Now, it can only be viewed or joined by invitation."
    talk.post(core, channel, by, text, subtype="channel_convert_to_private")
    core.bell.ring("state")


def welcome(core: Core, person: Person) -> None:
    """Tells that this person is new in the workspace."""
    core.events.happened({"type": "team_join", "user": person.as_slack(core.clock(), include_locale=True)})
    core.bell.ring("state")


def change(core: Core, person: Person, **changes: Any) -> None:
    """New values for fields of Person."""
    for field, value in changes.items():
        if not hasattr(person, field):
            raise AttributeError(f"people have no {field}")
        setattr(person, field, value)
    person.updated = core.workspace.stamps.seconds()
    event = {"type": "user_change", "user": person.as_slack(core.clock(), include_locale=True)}
    core.events.happened(event | {"cache_ts": person.updated})
    core.bell.ring("state")


def deactivate(core: Core, person: Person) -> None:
    """Deactivated people are in no channel any more."""
    for channel in core.workspace.channels.values():
        if person.id in channel.members and not channel.is_direct:
            leave(core, channel, person)
    change(core, person, deleted=True)


def _notice(channel: Channel, what: str) -> str:
    return f"{'channel' if channel.kind == 'public' else 'group'}_{what}"
