"""What a channel decided for itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.calendar import Calendar, MonthDay, country_of
from ..platform.hours import WorkingHours, WorkingTime
from ..platform.tables import Base
from ..platform.texts import DEFAULT

FRIDAY = 4
NO_HOLIDAYS = "none"
"""In place of a country: only weekends and closing days are free."""


@dataclass(frozen=True)
class ChannelSettings:
    """As the channel chose, or as it is everywhere; wall times are those of `zone`.

    `zone` and `language` stand in the row of the channel, the rest in one of their own.
    """

    zone: ZoneInfo
    language: str = DEFAULT
    digest_at: time = time(9)
    weekly_day: int = FRIDAY
    """Monday is 0."""
    weekly_at: time = time(14)
    unowned_hours: int = 4
    """Working hours a task may be without an owner before the channel is told."""
    mentions: bool = False
    """Whether automatic posts mention people."""
    memo_emoji: bool = True
    task_emoji: bool = False
    country: str | None = None
    """ISO 3166 code of the holiday calendar, or NO_HOLIDAYS; None is the country of the time zone."""
    closing_days: tuple[MonthDay, ...] | None = None
    """Closed every year besides holidays; None is what is usual in the country."""
    opens: time = WorkingHours.opens
    closes: time = WorkingHours.closes

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.holiday_country, self.closing_days)

    @property
    def holiday_country(self) -> str | None:
        country = self.country or country_of(str(self.zone))
        return None if country == NO_HOLIDAYS else country

    @property
    def hours(self) -> WorkingHours:
        return WorkingHours(self.opens, self.closes)

    @property
    def working(self) -> WorkingTime:
        return WorkingTime(self.calendar, self.zone, self.hours)


class SettingsRow(Base):
    """The settings of a channel that changed some; the columns are the fields of ChannelSettings."""

    __tablename__ = "channel_settings"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest_at: Mapped[time]
    weekly_day: Mapped[int]
    weekly_at: Mapped[time]
    unowned_hours: Mapped[int]
    mentions: Mapped[bool]
    memo_emoji: Mapped[bool]
    task_emoji: Mapped[bool]
    country: Mapped[str | None] = mapped_column(String(8))
    closing_days: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    """Pairs of month and day."""
    opens: Mapped[time]
    closes: Mapped[time]
