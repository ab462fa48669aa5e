"""What is done with is forgotten after eight days, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platform import pruning, queue, receipts
from bot.platform.database import Database
from bot.platform.inbox import Envelope, keep
from bot.platform.outbox import Posting, pauses, post
from bot.platform.receipts import Receipt
from tests.platform.world import NOW, message

DAY = timedelta(days=1)


def event(event_id: str) -> dict[str, Any]:
    return {"event_id": event_id, "team_id": "T1", "event": {"type": "x", "channel": "C1"}}


def lived(session: Session, name: str, now: datetime, state: str) -> None:
    """An event and a posting that ended so, and a receipt."""
    keep(session, [event(name)], now)
    row = session.scalars(select(Envelope).where(Envelope.event_id == name)).one()
    sent = post(session, "T1", name, message(name), now)
    for each in (row, sent):
        each.state, each.finished_at = state, now
    receipts.take(session, name, now)
    pauses.hold(session, "T1", name, now)


async def test_a_week_later_an_event_is_still_known_and_after_eight_days_it_is_forgotten(
    database: Database,
) -> None:
    await database.write(lambda session: lived(session, "done", NOW, queue.DONE))
    await database.write(lambda session: lived(session, "parked", NOW, queue.PARKED))
    await database.write(lambda session: pruning.prune(session, NOW + 7 * DAY))
    assert not await database.write(lambda session: keep(session, [event("done")], NOW + 7 * DAY))
    while await database.write(lambda session: pruning.prune(session, NOW + 9 * DAY)):
        pass

    def left(session: Session) -> tuple[list[str], list[str], list[str]]:
        return (
            list(session.scalars(select(Envelope.event_id))),
            list(session.scalars(select(Posting.lane))),
            list(session.scalars(select(Receipt.key))),
        )

    assert await database.read(left) == (["parked"], ["parked"], [])
