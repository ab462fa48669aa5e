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
from ..inbox import Event
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
    """The answer is whispered to who asked, in the thread where they asked; an event is answered once."""

    def __init__(self, database: Database, clock: Clock, who: Who) -> None:
        self._database = database
        self._clock = clock
        self._who = who

    async def keep(self, event: Event, keep: Keep, person_id: str, said: Chosen, once: str = "") -> None:
        """Keep what was said, for that person; what hinders it is explained to them.

        What is asked for under the same key `once` is done once, in however many events it is told;
        without one it is done once for the event.
        """
        once = once or _receipt(event)
        viewer = await self._viewer(event, person_id, said)
        now = self._clock.now().astimezone(viewer.zone)
        try:
            await self._once(once, viewer, said, lambda session: keep(session, viewer, said, now))
        except UserError as error:
            explanation = trouble.explained(error, texts_for(viewer), uuid4().hex[:8], error.words)
            await self._once(once, viewer, said, lambda _session: explanation)

    async def tell(self, event: Event, person_id: str, said: Chosen, say: Callable[[Texts], Message]) -> None:
        viewer = await self._viewer(event, person_id, said)
        await self._once(_receipt(event), viewer, said, lambda _session: say(texts_for(viewer)))

    async def _once(
        self, key: str, viewer: Viewer, said: Chosen, answer: Callable[[Session], Message]
    ) -> None:
        """The errand and its answer in one transaction, with their receipt."""
        now = self._clock.now()

        def unit(session: Session) -> None:
            if receipts.take(session, key, now):
                whisper(session, viewer, said.channel_id, said.thread_ts, answer(session), now)

        await self._database.write(unit, None)

    async def _viewer(self, event: Event, person_id: str, said: Chosen) -> Viewer:
        return await self._database.read(
            lambda session: self._who(session, event.team_id, person_id, said.channel_id)
        )


def _receipt(event: Event) -> str:
    return f"event:{event.id}"
