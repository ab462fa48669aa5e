"""How fast Slack may be written to: one post a second in a channel, and no method that asked for a pause.

The pauses are rows, so that replicas keep them together and a restart does not forget them.
https://docs.slack.dev/apis/web-api/rate-limits
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..ids import PEOPLE
from ..tables import Base, Instant
from .table import Posting

STEP = timedelta(seconds=1)
BURST = timedelta(seconds=4)
"""Slack takes short bursts: five posts at once, one a second from then on."""
OPEN = "conversations.open"


class Pause(Base):
    """`scope` is a lane of the outbox, or a method of the Web API."""

    __tablename__ = "pauses"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    scope: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime] = mapped_column(Instant)


def hold(session: Session, team_id: str, method: str, until: datetime) -> None:
    """Slack wants no more of that method before then."""
    pause = _of(session, team_id, method, until)
    pause.until = max(pause.until, until)


def pace(session: Session, team_id: str, lane: str, now: datetime) -> None:
    """A post has just appeared there."""
    pause = _of(session, team_id, lane, now - BURST)
    pause.until = max(pause.until, now - BURST) + STEP


def free(now: datetime) -> ColumnElement[bool]:
    """Postings that no pause holds back."""
    in_the_way = or_(
        Pause.scope == Posting.lane,
        Pause.scope == Posting.method,
        and_(Pause.scope == OPEN, or_(*(Posting.lane.startswith(letter) for letter in PEOPLE))),
    )
    paused = select(Pause.scope).where(Pause.team_id == Posting.team_id, Pause.until > now, in_the_way)
    return ~paused.exists()


def _of(session: Session, team_id: str, scope: str, until: datetime) -> Pause:
    found = session.get(Pause, (team_id, scope), with_for_update=True)
    if found is None:
        found = Pause(team_id=team_id, scope=scope, until=until)
        session.add(found)
    return found
