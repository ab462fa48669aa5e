"""Message and global shortcuts."""

from .channels import Channel
from .core import Core
from .interactions import channel_of, common, deliver, response_url
from .messages import Message
from .outcome import Outcome
from .people import Person


async def from_message(
    core: Core, person: Person, channel: Channel, message: Message, callback_id: str
) -> Outcome:
    if _kind(core, callback_id) != "message":
        return _undeclared(callback_id)
    payload = common(core, person, "message_action") | {
        "callback_id": callback_id,
        "action_ts": core.workspace.stamps.ts(),
        "channel": channel_of(channel),
        "message_ts": message.ts,
        "message": channel.shown(message),
        "response_url": response_url(core, channel, person, message),
    }
    return Outcome.of(await deliver(core, payload))


async def from_anywhere(core: Core, person: Person, callback_id: str) -> Outcome:
    if _kind(core, callback_id) != "global":
        return _undeclared(callback_id)
    payload = common(core, person, "shortcut") | {
        "callback_id": callback_id,
        "action_ts": core.workspace.stamps.ts(),
    }
    return Outcome.of(await deliver(core, payload))


def _kind(core: Core, callback_id: str) -> str | None:
    shortcut = core.manifest.shortcuts.get(callback_id)
    return shortcut.type if shortcut else None


def _undeclared(callback_id: str) -> Outcome:
    return Outcome(ok=False, error=f"{callback_id} is not a declared shortcut")
