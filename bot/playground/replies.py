"""What an answer to an interaction does, whether by acknowledgement or by response URL."""

from typing import Any

from . import talk
from .channels import Channel
from .core import Core
from .errors import Refusal
from .limits import check_message, cut
from .messages import Message
from .people import Person


def reply(
    core: Core, channel: Channel, person: Person, payload: dict[str, Any], original: Message | None = None
) -> None:
    """Raises Refusal when Slack would not take it. Works where the bot is no member."""
    if payload.get("delete_original"):
        talk.erase(core, _present(core, original))
        return
    blocks = check_message(payload.get("blocks") or [])
    text = cut(str(payload.get("text") or ""))
    if not text and not blocks:
        raise Refusal("no_text")
    if payload.get("replace_original"):
        talk.change(core, _present(core, original), core.workspace.bot, text, blocks)
    else:
        _say(core, channel, person, payload, text, blocks)


def _say(
    core: Core,
    channel: Channel,
    person: Person,
    payload: dict[str, Any],
    text: str,
    blocks: list[dict[str, Any]],
) -> None:
    bot, thread_ts = core.workspace.bot, payload.get("thread_ts")
    if payload.get("response_type") == "in_channel":
        talk.post(core, channel, bot, text, blocks=blocks, thread_ts=thread_ts)
    else:
        talk.whisper(core, channel, bot, person, text, blocks=blocks, thread_ts=thread_ts)


def _present(core: Core, original: Message | None) -> Message:
    """The message, if it is the app's and still there."""
    if original is None or original.user != core.workspace.bot.id:
        raise Refusal("message_not_found")
    channel = core.workspace.channel(original.channel)
    if original not in channel.messages and original not in channel.ephemerals:
        raise Refusal("message_not_found")
    return original
