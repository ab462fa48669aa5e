"""The doors that lead to every feature: `/urakata`, a mention, an emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from ..platform import ids
from ..platform.database import Database
from ..platform.inbox import Event
from ..platform.slack import Command, Errands, Reader, Visit
from ..platform.slack.errands import Keep
from ..platform.slack.messages import Chosen, of_message
from ..workspaces import settings
from ..workspaces.automatic_model import Automatic
from . import views
from .post_listeners import PostSwitches
from .settings_listeners import SettingsDoor

NAMES: Mapping[str, Sequence[str]] = {
    "memo": ("memo", "memos", "minutes", "メモ", "議事メモ"),
    "task": ("task", "tasks", "todo", "タスク"),
    "weekly": ("weekly", "振り返り", "ふりかえり"),
}
"""What each door is called, in both languages."""
SETTINGS_WORDS = ("settings", "設定")
EMOJI: Mapping[str, str] = {"memo": "memo", "ballot_box_with_check": "task"}
"""Reactions that keep a message where the channel has it so, by their name without colons."""

_MENTION = re.compile(r"^\s*<@[UW][A-Z0-9]+(?:\|[^<>]*)?>[:,、]?\s*")


def register(app: AsyncApp, commands: Mapping[str, Command], posts: Sequence[Automatic]) -> None:
    """`commands` by door: memo, task, weekly; `posts` is everything a channel may have posted by itself."""
    settings_door = SettingsDoor(posts)
    settings_door.register(app)
    PostSwitches(posts, settings_door).register(app)

    async def urakata_command(ack: AsyncAck, visit: Visit) -> None:
        door, rest = which(visit.words)
        if visit.words.lower() in SETTINGS_WORDS:
            await settings_door.open(visit)
            await ack()
        elif door is None:
            await ack(**views.help_(visit.texts).answer())
        else:
            await commands[door].respond(ack, visit, rest)

    app.command("/urakata")(urakata_command)


class Doors:
    """What events ask to be kept, by door: `keeps` for mentions, `keeps_once` for emoji."""

    def __init__(
        self,
        database: Database,
        errands: Errands,
        reader: Reader,
        keeps: Mapping[str, Keep],
        keeps_once: Mapping[str, Keep],
        bot_user_id: str,
    ) -> None:
        self._database = database
        self._errands = errands
        self._reader = reader
        self._keeps = keeps
        self._keeps_once = keeps_once
        self._bot = bot_user_id

    def handlers(self) -> Mapping[str, Sequence[Callable[[Event], Awaitable[None]]]]:
        return {
            "app_mention": [self._called],
            "message": [self._written],
            "reaction_added": [self._reacted],
        }

    async def concerns(self, event: Event) -> bool:
        """Of plain messages those in our conversation with somebody, and mentions among several.

        Slack tells of mentions by app_mention in channels; in conversations it tells of messages only.
        https://docs.slack.dev/reference/events/app_mention
        """
        said = event.payload
        if said.get("bot_id") or said.get("user") == self._bot:
            return False
        kind, is_mention = said.get("channel_type"), f"<@{self._bot}>" in (said.get("text") or "")
        return kind == "im" or (kind == "mpim" and is_mention)

    async def _called(self, event: Event) -> None:
        """In a conversation between two the message itself is enough, should Slack tell of both."""
        if not event.payload["channel"].startswith(ids.DIRECT):
            await self._mentioned(event)

    async def _written(self, event: Event) -> None:
        """As if we had been mentioned; in a thread only what names a door is for us."""
        if await self.concerns(event):
            door, _ = _asked_for(event.payload)
            if door or event.payload.get("thread_ts") is None:
                await self._mentioned(event)

    async def _mentioned(self, event: Event) -> None:
        """`@Urakata memo` in a thread is about its parent; with a text it is about that text."""
        said = of_message(event.payload["channel"], event.payload)
        if said.author_id in (None, self._bot):
            return
        door, rest = _asked_for(event.payload)
        keep = self._keeps.get(door or "")
        about = await self._meant(said, rest) if keep else None
        person = str(said.author_id)
        if keep is None or about is None:
            await self._errands.tell(event, person, said, views.help_)
        else:
            once = f"said:{event.team_id}:{said.channel_id}:{said.ts}"
            await self._errands.keep(event, keep, person, about, once)

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
        team_id, channel_id = event.team_id, item["channel"]
        if not await self._database.read(lambda session: settings.takes(session, team_id, channel_id, door)):
            return
        about = await self._reader.message(channel_id, item["ts"])
        if about is not None and about.author_id != self._bot:
            await self._errands.keep(event, self._keeps_once[door], event.payload["user"], about)


def _asked_for(message: dict[str, Any]) -> tuple[str | None, str]:
    return which(_MENTION.sub("", message.get("text") or "", count=1))


def which(words: str) -> tuple[str | None, str]:
    """The door that the first word names, and what follows it."""
    first, *rest = words.split(maxsplit=1) or [""]
    name = unicodedata.normalize("NFKC", first).lower()
    door = next((door for door, names in NAMES.items() if name in names), None)
    return (door, rest[0] if rest else "") if door else (None, words)
