"""What the page shows to one person: the workspace, a channel, the form on top."""

from dataclasses import asdict
from typing import Any

from .channels import Channel
from .core import Core
from .hands import Hand
from .messages import Message
from .people import Person
from .tour import Look
from .workspace import SLACKBOT

SHOWN = (
    "id",
    "name",
    "display_name",
    "real_name",
    "locale",
    "tz",
    "is_guest",
    "is_admin",
    "deleted",
    "color",
)


def whole(core: Core, viewer: Person) -> dict[str, Any]:
    """Everything but the messages."""
    workspace = core.workspace
    return {
        "team": {"name": workspace.name},
        "me": _person(viewer),
        "people": [_person(person) for person in workspace.people.values()],
        "channels": [_channel(core, channel, viewer) for channel in workspace.visible_to(viewer)],
        "commands": [asdict(command) for command in core.manifest.commands.values()],
        "shortcuts": [asdict(shortcut) for shortcut in core.manifest.shortcuts.values()],
        "app": {
            "id": workspace.bot.id,
            "name": workspace.bot.real_name,
            "home_tab": core.manifest.home_tab,
        },
        "view": Hand(core, viewer).view,
        "home": Hand(core, viewer).home,
        "now": core.clock().timestamp(),
        "connected": core.deliveries.transport.reachable,
    }


def messages(core: Core, viewer: Person, channel: Channel, since: int = 0) -> dict[str, Any]:
    """What changed after the revision `since`, with the ts of what is gone since then."""
    seen = [message for message in Hand(core, viewer).sees(channel) if message.revision > since]
    gone = [ts for revision, ts in channel.gone if since < revision] if since else []
    return {
        "messages": [_message(channel, message) for message in seen],
        "gone": gone,
        "revision": channel.revision,
    }


def look(core: Core, viewer: Person, channel: Channel) -> Look:
    workspace = core.workspace
    hidden = frozenset(each.id for each in workspace.channels.values() if not workspace.sees(viewer, each))
    return Look(viewer.id, channel.id, channel.kind, hidden)


def first_person(core: Core) -> Person:
    """Through whose eyes the page looks at first; raises LookupError in a workspace without people."""
    for person in core.workspace.humans:
        return person
    raise LookupError("nobody is here yet")


def _person(person: Person) -> dict[str, Any]:
    about = {field: getattr(person, field) for field in SHOWN}
    return about | {"is_guest": person.restricted, "is_bot": person.is_bot or person.id == SLACKBOT}


def _channel(core: Core, channel: Channel, viewer: Person) -> dict[str, Any]:
    unread = core.reads.unread(viewer, channel)
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "members": channel.members,
        "archived": channel.archived,
        "is_member": viewer.id in channel.members,
        "unread": unread.messages,
        "mentions": unread.mentions,
        "read_until": core.reads.until(viewer, channel),
    }


def _message(channel: Channel, message: Message) -> dict[str, Any]:
    return channel.shown(message) | {"ephemeral": message.ephemeral_to is not None}
