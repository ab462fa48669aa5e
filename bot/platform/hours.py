"""The hours a team or a person works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from .calendar import Calendar
from .schedule import instant_of


@dataclass(frozen=True)
class WorkingHours:
    """Wall times of a business day, the first worked minute and the first that is not."""

    opens: time = time(9)
    closes: time = time(18)


@dataclass(frozen=True)
class WorkingTime:
    """The worked hours of the business days, as the clock of `zone` shows them."""

    calendar: Calendar
    zone: ZoneInfo
    hours: WorkingHours = WorkingHours()

    def is_now(self, now: datetime) -> bool:
        return self.next(now) <= now

    def next(self, now: datetime) -> datetime:
        """The instant itself while it is worked, else when work begins again."""
        return next(self._spans(now))[0]

    def next_day(self, now: datetime) -> datetime:
        """When work begins on the next business day."""
        today = now.astimezone(self.zone).date()
        return instant_of(self.calendar.next_business_day(today), self.hours.opens, self.zone)

    def after(self, start: datetime, span: timedelta) -> datetime:
        """When so much of it has been worked since `start`."""
        for begins, ends in self._spans(start):
            if ends - begins >= span:
                return begins + span
            span -= ends - begins
        raise AssertionError("work goes on for ever")

    def _spans(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is worked from then on, day by day."""
        day = since.astimezone(self.zone).date() - timedelta(days=1)
        while True:
            day = self.calendar.next_business_day(day)
            opens, closes = (
                instant_of(day, wall, self.zone) for wall in (self.hours.opens, self.hours.closes)
            )
            if closes > since:
                yield max(opens, since), closes
