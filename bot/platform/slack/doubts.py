"""The buttons below a posting in doubt: whoever was asked says whether it arrived."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from .. import notice_views, queue
from ..outbox import Posting, parking, put
from ..outbox.table import SEEK
from .visit import Visit


def register(app: AsyncApp) -> None:
    app.action(notice_views.AGAIN)(send_again)
    app.action(notice_views.THERE)(it_is_there)


async def send_again(ack: AsyncAck, visit: Visit) -> None:
    await visit.database.write(lambda session: _again(session, visit))
    await ack()


async def it_is_there(ack: AsyncAck, visit: Visit) -> None:
    await visit.database.write(lambda session: _there(session, visit))
    await ack()


def _again(session: Session, visit: Visit) -> None:
    if row := _asked(session, visit):
        queue.again(row, visit.now)
        row.doubted_at = None
        _close(session, visit, "delivery.sent_again")


def _there(session: Session, visit: Visit) -> None:
    """Once more it is looked for, so that its card can be kept true; it is never shown again."""
    if row := _asked(session, visit):
        row.method, row.doubted_at = SEEK, None
        queue.again(row, visit.now)
        _close(session, visit, "delivery.was_there")


def _asked(session: Session, visit: Visit) -> Posting | None:
    """The first click settles it; the second finds nothing to settle."""
    found = parking.in_doubt(session, visit.value, visit.viewer.person_id)
    if found is None:
        _close(session, visit, "delivery.settled")
    return found


def _close(session: Session, visit: Visit, key: str) -> None:
    """In place of the question."""
    channel_id = visit.channel_id
    message = notice_views.settled(key, visit.texts)
    put(
        session,
        Posting(
            team_id=visit.viewer.team_id,
            lane=channel_id,
            method="chat.update",
            arguments={
                "channel": channel_id,
                "ts": visit.body["container"]["message_ts"],
                **message.payload(),
            },
            told_to=visit.viewer.person_id,
            created_at=visit.now,
            not_before=visit.now,
        ),
    )
