"""Posting, changing and deleting messages."""

from typing import Any

from .. import talk
from ..channels import Channel
from ..core import Core
from ..errors import Refusal
from ..limits import check_message, check_update, cut
from ..messages import Message
from .arguments import Arguments
from .method import bot_sees, method


@method("chat.postMessage", "channel", scope="chat:write")
def post_message(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel = _destination(core, arguments.text("channel"))
    _may_post(core, channel)
    message = talk.post(
        core,
        channel,
        core.workspace.bot,
        metadata=_metadata(arguments),
        broadcast=arguments.flag("reply_broadcast"),
        thread_ts=_thread(channel, arguments),
        **_content(arguments),
    )
    return {"channel": channel.id, "ts": message.ts, "message": channel.shown(message, include_metadata=True)}


@method("chat.postEphemeral", "channel", "user", scope="chat:write")
def post_ephemeral(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel = bot_sees(core, arguments.text("channel"))
    _may_post(core, channel)
    reader = core.workspace.people.get(arguments.text("user"))
    if reader is None or reader.id not in channel.members:
        raise Refusal("user_not_in_channel")
    thread_ts = arguments.text("thread_ts") or None
    message = talk.whisper(
        core, channel, core.workspace.bot, reader, thread_ts=thread_ts, **_content(arguments)
    )
    return {"message_ts": message.ts}


@method("chat.update", "channel", "ts", scope="chat:write")
def update(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel, message = _own_message(core, arguments, "cant_update_message")
    if channel.archived:
        raise Refusal("is_archived")
    blocks = arguments.structure("blocks")
    if "text" not in arguments and blocks is None and arguments.structure("attachments") is None:
        raise Refusal("no_text")
    check_update(arguments.text("text"))
    text = arguments.text("text") if "text" in arguments else None
    checked = None if blocks is None else check_message(blocks)
    if "metadata" in arguments:
        message.metadata = _metadata(arguments)
    talk.change(core, message, core.workspace.bot, text, checked)
    shown = channel.shown(message, include_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


@method("chat.delete", "channel", "ts", scope="chat:write")
def delete(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel, message = _own_message(core, arguments, "cant_delete_message")
    talk.erase(core, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", "channel", "message_ts")
def get_permalink(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel = bot_sees(core, arguments.text("channel"))
    message = channel.find(arguments.text("message_ts"))
    if message is None:
        raise Refusal("message_not_found")
    return {"channel": channel.id, "permalink": permalink(core, message)}


def permalink(core: Core, message: Message) -> str:
    address = f"{core.url}/archives/{message.channel}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={message.channel}" if message.is_reply else ""
    return address + thread


def _destination(core: Core, name: str) -> Channel:
    """By id, by `#name`, or by the id of a person, whom the bot then writes to directly."""
    workspace = core.workspace
    if name in workspace.people:
        return workspace.direct([workspace.bot.id, name])
    for channel in workspace.channels.values():
        if channel.kind == "public" and name in (channel.name, f"#{channel.name}"):
            return channel
    return bot_sees(core, name)


def _may_post(core: Core, channel: Channel) -> None:
    if channel.archived:
        raise Refusal("is_archived")
    open_to_all = channel.kind == "public" and "chat:write.public" in core.manifest.scopes
    if core.workspace.bot.id not in channel.members and not open_to_all:
        raise Refusal("not_in_channel")
    if channel.restricted:
        raise Refusal("restricted_action")


def _own_message(core: Core, arguments: Arguments, not_own: str) -> tuple[Channel, Message]:
    channel = bot_sees(core, arguments.text("channel"))
    message = channel.find(arguments.text("ts"))
    if message is None:
        raise Refusal("message_not_found")
    if message.user != core.workspace.bot.id or message.subtype:
        raise Refusal(not_own)
    return channel, message


def _thread(channel: Channel, arguments: Arguments) -> str | None:
    """A reply to a reply goes to its thread; one to a message that is gone stands in the channel."""
    parent = channel.find(arguments.text("thread_ts"))
    return (parent.thread_ts or parent.ts) if parent else None


def _content(arguments: Arguments) -> dict[str, Any]:
    blocks = check_message(arguments.structure("blocks") or [])
    attachments = arguments.structure("attachments") or []
    if not isinstance(attachments, list):
        raise Refusal("invalid_arguments")
    text = cut(arguments.text("text"))
    if not text and not blocks and not attachments:
        raise Refusal("no_text")
    return {"text": text, "blocks": blocks, "attachments": attachments}


def _metadata(arguments: Arguments) -> dict[str, Any] | None:
    metadata = arguments.structure("metadata")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not metadata.get("event_type") or "event_payload" not in metadata:
        raise Refusal("invalid_metadata_format")
    return metadata
