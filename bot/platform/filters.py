"""What a list or an export is narrowed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

ANY, OPEN, UNOWNED, CLOSED = "any", "open", "unowned", "closed"


@dataclass(frozen=True)
class Filter:
    """What is empty narrows nothing. `since` and `until` are days of the viewer's zone, both included.

    `still` is the beginning of a day in a channel's zone: due before it, and not touched since.
    """

    channel_id: str = ""
    person_id: str = ""
    state: str = ANY
    since: date | None = None
    until: date | None = None
    words: str = ""
    still: datetime | None = None

    def carried(self) -> dict[str, str]:
        """As it travels in a form or waits in the outbox."""
        return {name: str(value) for name, value in vars(self).items() if value}

    @classmethod
    def of(cls, carried: Mapping[str, Any]) -> Filter:
        days = {name: date.fromisoformat(carried[name]) for name in ("since", "until") if carried.get(name)}
        instants = {"still": datetime.fromisoformat(carried["still"])} if carried.get("still") else {}
        return cls(**{**carried, **days, **instants})

    def during(
        self, at: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None], zone: ZoneInfo
    ) -> list[ColumnElement[bool]]:
        """The instant lies within the period."""
        conditions = []
        if self.since:
            conditions.append(at >= _midnight(self.since, zone))
        if self.until and self.until < date.max:
            conditions.append(at < _midnight(self.until + timedelta(days=1), zone))
        return conditions


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
