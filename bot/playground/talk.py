"""Messages come, change and go: the state, the events and who looks on, in one step each."""

from typing import Any

from .blocks import Json, with_ids
from .channels import Channel
from .core import Core
from .errors import Refusal
from .messages import TOMBSTONE, Message
from .people import Person


def post(core: Core, channel: Channel, author: Person, text: str, **about: Any) -> Message:
    """`about` are further fields of Message."""
    message = _written(core, channel, author, text, **about)
    channel.add(message)
    core.events.posted(channel, message)
    core.bell.ring("messages", channel=channel.id)
    return message


def whisper(core: Core, channel: Channel, author: Person, to: Person, text: str, **about: Any) -> Message:
    """Shows a message to one person only; no event tells of it."""
    message = _written(core, channel, author, text, ephemeral_to=to.id, **about)
    channel.add(message)
    core.bell.ring("messages", channel=channel.id)
    return message


def change(core: Core, message: Message, by: Person, text: str | None, blocks: list[Json] | None) -> None:
    """What is None stays as it is."""
    channel = core.workspace.channel(message.channel)
    previous = message.as_slack()
    message.text = message.text if text is None else text
    message.blocks = message.blocks if blocks is None else with_ids(blocks)
    stamp = core.workspace.stamps.ts()
    if message.ephemeral_to is None:
        message.edited = {"user": by.id, "ts": stamp}
        core.events.message(channel, _changed(stamp, message.as_slack(), previous))
    _touched(core, channel, message)


def erase(core: Core, message: Message) -> None:
    """A thread's parent leaves a tombstone, everything else vanishes."""
    channel = core.workspace.channel(message.channel)
    if message.ephemeral_to is not None:
        channel.remove(message)
    else:
        _erase_posted(core, channel, message)
    core.bell.ring("messages", channel=channel.id)


def react(core: Core, message: Message, person: Person, name: str) -> None:
    people = message.reactions.setdefault(name, [])
    if person.id in people:
        raise Refusal("already_reacted")
    people.append(person.id)
    _reaction(core, "reaction_added", message, person, name)


def unreact(core: Core, message: Message, person: Person, name: str) -> None:
    if person.id not in message.reactions.get(name, []):
        raise Refusal("no_reaction")
    message.reactions[name].remove(person.id)
    if not message.reactions[name]:
        del message.reactions[name]
    _reaction(core, "reaction_removed", message, person, name)


def _written(
    core: Core, channel: Channel, author: Person, text: str, blocks: list[Json] | None = None, **about: Any
) -> Message:
    signature: dict[str, Any] = (
        {"bot_id": author.bot_id, "app_id": core.workspace.app_id} if author.bot_id else {}
    )
    return Message(
        channel.id,
        core.workspace.stamps.ts(),
        author.id,
        text,
        with_ids(blocks or []),
        team=core.workspace.team_id,
        **signature,
        **about,
    )


def _changed(stamp: str, message: Json, previous: Json) -> Json:
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "ts": stamp,
        "event_ts": stamp,
        "message": message,
        "previous_message": previous,
    }


def _erase_posted(core: Core, channel: Channel, message: Message) -> None:
    previous = message.as_slack()
    stamp = core.workspace.stamps.ts()
    if channel.replies(message.ts):
        message.subtype, message.text, message.blocks = TOMBSTONE, "This message was deleted.", []
        message.user, message.bot_id, message.reactions = "USLACKBOT", None, {}
        channel.touch(message)
        core.events.message(channel, _changed(stamp, message.as_slack(), previous))
        return
    channel.remove(message)
    gone = {"type": "message", "subtype": "message_deleted", "hidden": True, "deleted_ts": message.ts}
    core.events.message(channel, gone | {"ts": stamp, "event_ts": stamp, "previous_message": previous})


def _reaction(core: Core, kind: str, message: Message, person: Person, name: str) -> None:
    item = {"type": "message", "channel": message.channel, "ts": message.ts}
    event = {"type": kind, "user": person.id, "reaction": name, "item_user": message.user, "item": item}
    channel = core.workspace.channel(message.channel)
    core.events.happened(event, within=channel)
    _touched(core, channel, message)


def _touched(core: Core, channel: Channel, message: Message) -> None:
    channel.touch(message)
    core.bell.ring("messages", channel=channel.id)
