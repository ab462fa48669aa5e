"""Reading what was said."""

import re
from typing import Any

from ..channels import Channel
from ..core import Core
from ..errors import Refusal
from ..messages import Message
from .arguments import Arguments
from .method import bot_is_in, method, needs_for
from .paging import page

MOST = 999
TS = re.compile(r"\d+(\.\d+)?")


@method("conversations.history", "channel")
def history(core: Core, arguments: Arguments) -> dict[str, Any]:
    """Newest first, without the replies of threads."""
    channel = _read(core, arguments)
    top_level = [message for message in channel.messages if message.is_top_level]
    return _answer(channel, [one for one in reversed(top_level) if _within(one, arguments)], arguments)


@method("conversations.replies", "channel", "ts")
def replies(core: Core, arguments: Arguments) -> dict[str, Any]:
    """The parent, then its replies, oldest first."""
    channel = _read(core, arguments)
    message = channel.find(arguments.text("ts"))
    if message is None:
        raise Refusal("thread_not_found")
    parent = channel.find(message.thread_ts or message.ts)
    thread = [parent] if parent else []
    thread += [one for one in channel.replies(message.thread_ts or message.ts) if _within(one, arguments)]
    return _answer(channel, thread, arguments, most=1000)


def _read(core: Core, arguments: Arguments) -> Channel:
    channel = bot_is_in(core, arguments.text("channel"))
    for name in ("oldest", "latest"):
        if name in arguments and not TS.fullmatch(arguments.text(name)):
            raise Refusal(f"invalid_ts_{name}")
    needs_for(core, channel.kind, "history")
    return channel


def _within(message: Message, arguments: Arguments) -> bool:
    """Between `oldest` and `latest`, the ends themselves only with `inclusive`."""
    ts = message.ts
    oldest, latest = arguments.text("oldest"), arguments.text("latest")
    if arguments.flag("inclusive") and ts in (oldest, latest):
        return True
    return (not oldest or float(ts) > float(oldest)) and (not latest or float(ts) < float(latest))


def _answer(
    channel: Channel, messages: list[Message], arguments: Arguments, most: int = MOST
) -> dict[str, Any]:
    with_metadata = arguments.flag("include_all_metadata")
    here, rest = page(messages, arguments, most=most)
    more = bool(rest["response_metadata"]["next_cursor"])
    shown = [channel.shown(message, with_metadata) for message in here]
    return {"messages": shown, "has_more": more, "pin_count": 0} | (rest if more else {})
