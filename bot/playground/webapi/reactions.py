"""Reactions of the bot."""

import re
from typing import Any

from .. import talk
from ..core import Core
from ..errors import Refusal
from ..messages import Message
from .arguments import Arguments
from .method import bot_is_in, method

NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?|[^\x00-\x7f:]+")


@method("reactions.add", "channel", "timestamp", "name", scope="reactions:write")
def add(core: Core, arguments: Arguments) -> dict[str, Any]:
    talk.react(core, _item(core, arguments), core.workspace.bot, _name(arguments))
    return {}


@method("reactions.remove", "channel", "timestamp", "name", scope="reactions:write")
def remove(core: Core, arguments: Arguments) -> dict[str, Any]:
    talk.unreact(core, _item(core, arguments), core.workspace.bot, _name(arguments))
    return {}


def _item(core: Core, arguments: Arguments) -> Message:
    channel = bot_is_in(core, arguments.text("channel"))
    message = channel.find(arguments.text("timestamp"))
    if message is None:
        raise Refusal("message_not_found")
    if channel.archived:
        raise Refusal("is_archived")
    return message


def _name(arguments: Arguments) -> str:
    name = arguments.text("name").strip(":")
    if not NAME.fullmatch(name):
        raise Refusal("invalid_name")
    return name
