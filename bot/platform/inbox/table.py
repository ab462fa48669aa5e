"""The envelopes, one row an event, unique by Slack's event id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..queue import TAKEN, WAITING, Queued
from ..tables import Base

LONGEST_LANE = 64


class Envelope(Queued, Base):
    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_lane_id", "state", "lane", "id"),)

    event_id: Mapped[str] = mapped_column(String(64), unique=True)
    team_id: Mapped[str] = mapped_column(String(32))
    type: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)


@dataclass(frozen=True)
class Event:
    """An event as a handler sees it; `payload` is Slack's inner `event` object.

    It may come to a handler again that died at it: what must not happen twice takes a receipt for `id`.
    """

    id: str
    team_id: str
    type: str
    payload: dict[str, Any]


def name_of(event: dict[str, Any]) -> str:
    """What handlers listen for: the type, and for messages that are no plain words their subtype too."""
    subtype = event.get("subtype")
    return f"{event['type']}:{subtype}" if subtype else str(event["type"])


def event_of(body: dict[str, Any]) -> Event:
    """From an Events API body.

    The team is the one that authorized us, which is not the top-level `team_id` in shared channels.
    """
    return Event(body["event_id"], _team_of(body), name_of(body["event"]), body["event"])


def is_awaited(session: Session, event: Event) -> bool:
    """Whether something before it in its lane has not been handled yet."""
    unfinished = select(Envelope.id).where(
        Envelope.state.in_((WAITING, TAKEN)), Envelope.lane == _lane_of(event.payload)
    )
    return session.scalar(unfinished.limit(1)) is not None


def keep(session: Session, bodies: Iterable[dict[str, Any]], now: datetime) -> int:
    """Store Events API bodies, but for the events that are here already; how many were not."""
    events = {event.id: event for event in map(event_of, bodies)}
    known = set(session.scalars(select(Envelope.event_id).where(Envelope.event_id.in_(events))))
    new = [_envelope(event, now) for event in events.values() if event.id not in known]
    session.add_all(new)
    return len(new)


def _envelope(event: Event, now: datetime) -> Envelope:
    return Envelope(
        event_id=event.id,
        team_id=event.team_id,
        type=event.type,
        payload=event.payload,
        lane=_lane_of(event.payload),
        created_at=now,
        not_before=now,
    )


def _team_of(body: dict[str, Any]) -> str:
    authorizations = body.get("authorizations") or [{}]
    return str(authorizations[0].get("team_id") or body["team_id"])


def _lane_of(event: dict[str, Any]) -> str:
    """Events about one channel, or one person, stay in order."""
    for name in ("channel", "user", "item"):
        found = event.get(name)
        if isinstance(found, dict):
            found = found.get("id") or found.get("channel")
        if found:
            return str(found)[:LONGEST_LANE]
    return str(event["type"])[:LONGEST_LANE]
