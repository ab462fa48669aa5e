"""What the people of the sample story do, each by their own hand."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ..playground import Channel, Hand, Message, Outcome
from ..workspaces.views import START


@dataclass(frozen=True)
class Stand:
    """Where a person stands: in a channel, with their conversation with the bot at hand."""

    hand: Hand
    channel: Channel
    direct: Channel

    def find(self, part: str, action_id: str = "", channel: Channel | None = None) -> Message:
        """The newest message with these words: of all that have that button, else of what all can read.

        Raises LookupError.
        """
        for message in reversed(self.hand.sees(channel or self.channel)):
            shown = json.dumps([message.text, message.blocks], ensure_ascii=False)
            fits = f'"{action_id}"' in shown if action_id else message.ephemeral_to is None
            if part in shown and fits:
                return message
        raise LookupError(f"{self.hand.person.name} finds no {part!r} {action_id} in {self.channel.name}")


Gesture = Callable[[Stand, str], Awaitable[None]]


async def says(stand: Stand, words: str) -> None:
    await stand.hand.say(stand.channel, words)


async def replies(stand: Stand, words: str) -> None:
    part, reply = _parts(words)
    await stand.hand.say(stand.channel, reply, thread_ts=stand.find(part).ts)


async def types(stand: Stand, words: str) -> None:
    _done(await stand.hand.command(stand.channel, words))


async def keeps(stand: Stand, words: str) -> None:
    await stand.hand.react(stand.find(words), "memo")


async def makes(stand: Stand, words: str) -> None:
    part, *fields = _parts(words)
    _done(await stand.hand.shortcut("tasks.from_message", stand.find(part)))
    await _enter(stand, fields)


async def reflects(stand: Stand, words: str) -> None:
    _done(await stand.hand.command(stand.channel, "/weekly"))
    await _enter(stand, _parts(words))
    await stand.hand.close_view()


async def accepts(stand: Stand, words: str) -> None:
    message = stand.find(words, "tasks.accept", stand.direct)
    _done(await stand.hand.press(message, "tasks.accept"))


def presses(action_id: str) -> Gesture:
    async def press(stand: Stand, words: str) -> None:
        _done(await stand.hand.press(stand.find(words, action_id), action_id))

    return press


GESTURES: dict[str, Gesture] = {
    "says": says,
    "replies": replies,
    "types": types,
    "keeps": keeps,
    "makes": makes,
    "reflects": reflects,
    "accepts": accepts,
    "takes": presses("tasks.take"),
    "finishes": presses("tasks.done"),
    "starts": presses(START),
}
TALK = {"says", "replies"}
"""What the bot has nothing to answer to."""


async def _enter(stand: Stand, fields: list[str]) -> None:
    _done(await stand.hand.submit(dict(field.split(": ", 1) for field in fields)))


def _parts(words: str) -> list[str]:
    return words.split(" | ")


def _done(outcome: Outcome) -> None:
    """A story that does not work out is a mistake of ours."""
    if not outcome.ok:
        raise RuntimeError(f"the sample story failed: {outcome.error or outcome.errors}")
