"""What becomes of tasks when somebody goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from sqlalchemy.orm import Session

from ..platform.clock import Clock
from ..platform.database import Database
from ..platform.inbox import Event
from . import orphans, service


class Owners:
    """Whoever leaves a channel, or the workspace, owns nothing there any more; the carer is shown it once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def handlers(self) -> Mapping[str, Sequence[Callable[[Event], Awaitable[None]]]]:
        return {"member_left_channel": [self._left], "user_change": [self._changed]}

    async def _left(self, event: Event) -> None:
        await self._release(event.team_id, event.payload["user"], event.payload["channel"])

    async def _changed(self, event: Event) -> None:
        if event.payload["user"].get("deleted"):
            await self._release(event.team_id, event.payload["user"]["id"], None)

    async def _release(self, team_id: str, person_id: str, channel_id: str | None) -> None:
        unit = partial(self._unit, team_id=team_id, person_id=person_id, channel_id=channel_id)
        await self._database.write(unit, None)

    def _unit(self, session: Session, team_id: str, person_id: str, channel_id: str | None) -> None:
        now = self._clock.now()
        for place, tasks in service.release(session, team_id, person_id, channel_id, now).items():
            orphans.tell(session, team_id, place, tasks, now)
