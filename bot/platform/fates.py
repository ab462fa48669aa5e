"""What becomes of messages after they were said: their words are edited, or they are deleted.

Slack tells of every message of every channel. Of most nothing hangs, so that an event is looked up
before it is kept in the inbox, and forgotten when nobody knows its message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from . import inbox
from .clock import Clock
from .database import Database
from .inbox import Event, Handler

CHANGED, DELETED = "message:message_changed", "message:message_deleted"
TOMBSTONE = "tombstone"
"""What stands in the place of a deleted message below which others were said."""


@dataclass(frozen=True)
class Fate:
    """A message was deleted, or else its words were edited."""

    team_id: str
    channel_id: str
    ts: str
    is_gone: bool


@dataclass(frozen=True)
class Follower:
    """Somebody of whose things messages are the source; `heard` may be told of messages nobody knows."""

    knows: Callable[[Session, Fate], bool]
    heard: Callable[[Session, Fate, datetime], None]


class Fates:
    def __init__(
        self, database: Database, clock: Clock, bot_user_id: str, followers: Sequence[Follower]
    ) -> None:
        self._database = database
        self._clock = clock
        self._bot = bot_user_id
        self._followers = followers

    def handlers(self) -> Mapping[str, Sequence[Handler]]:
        return {CHANGED: [self._happened], DELETED: [self._happened]}

    async def concerns(self, event: Event) -> bool:
        """Also while something of the same channel is on its way: it may be what keeps the message."""
        fate = self._fate(event)
        return fate is not None and await self._database.read(
            lambda session: self._is_known(session, fate) or inbox.is_awaited(session, event)
        )

    async def _happened(self, event: Event) -> None:
        fate, now = self._fate(event), self._clock.now()
        if fate is not None:
            await self._database.write(lambda session: self._tell(session, fate, now), None)

    def _is_known(self, session: Session, fate: Fate) -> bool:
        return any(follower.knows(session, fate) for follower in self._followers)

    def _tell(self, session: Session, fate: Fate, now: datetime) -> None:
        for follower in self._followers:
            follower.heard(session, fate, now)

    def _fate(self, event: Event) -> Fate | None:
        """Our own messages change as often as what they show; that is no edit."""
        fate = fate_of(event)
        is_ours = (event.payload.get("message") or {}).get("user") == self._bot
        return None if fate and is_ours and not fate.is_gone else fate


def fate_of(event: Event) -> Fate | None:
    """None when the words stand as they stood: links were unfurled, a thread grew.

    https://docs.slack.dev/reference/events/message/message_changed
    """
    said = event.payload
    if event.type == DELETED:
        return Fate(event.team_id, said["channel"], said["deleted_ts"], is_gone=True)
    message = said["message"]
    is_gone = message.get("subtype") == TOMBSTONE
    if not is_gone and not _is_edited(message, said.get("previous_message")):
        return None
    return Fate(event.team_id, said["channel"], message["ts"], is_gone)


def _is_edited(message: dict[str, Any], before: dict[str, Any] | None) -> bool:
    if before is None:
        return "edited" in message
    return message.get("text") != before.get("text")
