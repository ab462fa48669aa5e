"""What an event asks for: done like a command, and answered like one, though no one waits on the line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from ...errors import UserError
from .. import receipts
from ..blocks import Message
from ..clock import Clock
from ..database import Database
from ..outbox import whisper
from ..texts import Texts, texts_for
from ..viewer import Viewer
from . import trouble
from .messages import Chosen

Keep = Callable[[Session, Viewer, Chosen, datetime], Message]
"""Keeps what was said there; the message confirms it. Raises UserError."""
Who = Callable[[Session, str, str, str], Viewer]
"""(session, team id, person id, channel id): the viewer an event comes from."""


class Errands:
    """The answer is whispered to who asked, in the thread where they asked."""

    def __init__(self, database: Database, clock: Clock, who: Who) -> None:
        self._database = database
        self._clock = clock
        self._who = who

    async def keep(self, keep: Keep, team_id: str, person_id: str, said: Chosen, once: str = "") -> None:
        """Keep what was said, for that person; what hinders it is explained to them.

        What is asked for under the same key `once` is done once, in however many events it is told.
        """
        viewer = await self._viewer(team_id, person_id, said.channel_id)
        now = self._clock.now().astimezone(viewer.zone)

        def unit(session: Session) -> None:
            if not once or receipts.take(session, once, now):
                _whisper(session, viewer, said, keep(session, viewer, said, now), now)

        try:
            await self._database.write(unit, None)
        except UserError as error:
            explanation = trouble.explained(error, texts_for(viewer), uuid4().hex[:8], error.words)
            await self._database.write(
                lambda session: _whisper(session, viewer, said, explanation, now), None
            )

    async def tell(self, team_id: str, person_id: str, said: Chosen, say: Callable[[Texts], Message]) -> None:
        viewer = await self._viewer(team_id, person_id, said.channel_id)
        now = self._clock.now()
        message = say(texts_for(viewer))
        await self._database.write(lambda session: _whisper(session, viewer, said, message, now), None)

    async def _viewer(self, team_id: str, person_id: str, channel_id: str) -> Viewer:
        return await self._database.read(lambda session: self._who(session, team_id, person_id, channel_id))


def _whisper(session: Session, viewer: Viewer, said: Chosen, message: Message, now: datetime) -> None:
    whisper(session, viewer, said.channel_id, said.thread_ts, message, now)
