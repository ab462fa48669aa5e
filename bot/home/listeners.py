"""The doors that lead to every feature: `/urakata`, a mention, an emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence

from slack_bolt.async_app import AsyncAck, AsyncApp

from ..platform.inbox import Event
from ..platform.slack import Command, Errands, Reader, Visit
from ..platform.slack.errands import Keep
from ..platform.slack.messages import Chosen, of_message
from . import views

NAMES: Mapping[str, Sequence[str]] = {
    "memo": ("memo", "memos", "minutes", "メモ", "議事メモ"),
    "task": ("task", "tasks", "todo", "タスク"),
}
"""What each door is called, in both languages."""
EMOJI: Mapping[str, str] = {"memo": "memo"}
"""Reactions that keep a message, by their name without colons."""

_MENTION = re.compile(r"^\s*<@[UW][A-Z0-9]+(?:\|[^<>]*)?>[:,、]?\s*")


def register(app: AsyncApp, commands: Mapping[str, Command]) -> None:
    """`commands` by door: memo, task."""

    async def urakata_command(ack: AsyncAck, visit: Visit) -> None:
        door, rest = which(visit.words)
        if door is None:
            await ack(**views.help_(visit.texts).answer())
        else:
            await commands[door].respond(ack, visit, rest)

    app.command("/urakata")(urakata_command)


class Doors:
    """What events ask to be kept, by door."""

    def __init__(self, errands: Errands, reader: Reader, keeps: Mapping[str, Keep], bot_user_id: str) -> None:
        self._errands = errands
        self._reader = reader
        self._keeps = keeps
        self._bot = bot_user_id

    def handlers(self) -> Mapping[str, Sequence[Callable[[Event], Awaitable[None]]]]:
        return {"app_mention": [self._mentioned], "reaction_added": [self._reacted]}

    async def _mentioned(self, event: Event) -> None:
        """`@Urakata memo` in a thread is about its parent; with a text it is about that text."""
        said = of_message(event.payload["channel"], event.payload)
        if said.author_id in (None, self._bot):
            return
        door, rest = which(_MENTION.sub("", said.text, count=1))
        about = await self._meant(said, rest) if door else None
        person = str(said.author_id)
        if door is None or about is None:
            await self._errands.tell(event, person, said, views.help_)
        else:
            await self._errands.keep(event, self._keeps[door], person, about)

    async def _meant(self, said: Chosen, rest: str) -> Chosen | None:
        if rest:
            return Chosen(said.channel_id, said.ts, said.thread_ts, said.author_id, rest)
        if said.thread_ts is None:
            return None
        return await self._reader.message(said.channel_id, said.thread_ts)

    async def _reacted(self, event: Event) -> None:
        item, door = event.payload["item"], EMOJI.get(event.payload["reaction"])
        if door is None or item.get("type") != "message" or event.payload["user"] == self._bot:
            return
        about = await self._reader.message(item["channel"], item["ts"])
        if about is not None and about.author_id != self._bot:
            await self._errands.keep(event, self._keeps[door], event.payload["user"], about)


def which(words: str) -> tuple[str | None, str]:
    """The door that the first word names, and what follows it."""
    first, *rest = words.split(maxsplit=1) or [""]
    name = unicodedata.normalize("NFKC", first).lower()
    door = next((door for door, names in NAMES.items() if name in names), None)
    return (door, rest[0] if rest else "") if door else (None, words)
