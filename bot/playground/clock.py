"""A clock that can be moved, and what those who try an app out need to know of its days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .errors import Refusal

MORNING, AFTERNOON = time(9), time(16)
MONDAY, FRIDAY = 0, 4
WEEK = 7


class MovableClock:
    """Goes on by itself, `ahead` of the machine's; `on_move` is told each time it was moved."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead
        self.on_move: list[Callable[[timedelta], None]] = []
        self._stands_at: datetime | None = None

    def __call__(self) -> datetime:
        return self._stands_at or datetime.now(UTC) + self.ahead

    def stand(self, instant: datetime) -> None:
        """Until it is moved; nobody is told."""
        self._stands_at = instant

    def move_to(self, instant: datetime) -> None:
        """Raises Refusal for an instant that has passed: what was posted cannot be posted before it was."""
        if instant < self():
            raise Refusal("time_has_passed")
        self.set_ahead(instant - datetime.now(UTC))

    def set_ahead(self, ahead: timedelta) -> None:
        self._stands_at, self.ahead = None, ahead
        for listener in self.on_move:
            listener(ahead)


FreeDays = Callable[[int, str], Mapping[date, str]]
"""The names of a year's days off, by date; the language is a code such as `ja`."""


def none_free(_year: int, _language: str) -> Mapping[date, str]:
    return {}


@dataclass(frozen=True)
class Almanac:
    """The time zone in which the clock is read and moved, and its days off besides weekends."""

    zone: ZoneInfo
    free_days: FreeDays = none_free

    def jumps(self, now: datetime) -> dict[str, datetime]:
        """Where one click moves the clock, by name; the next working day only where it is none of them.

        Always in this order: what was under the pointer stays there when the clock has moved.
        """
        today = now.astimezone(self.zone).date()
        morning = self.at(today + timedelta(days=1), MORNING)
        found = {
            "hour": now + timedelta(hours=1),
            "tomorrow": morning,
            "friday": self._next(FRIDAY, AFTERNOON, now),
            "monday": self._next(MONDAY, MORNING, now),
            "working": self.at(self._next_working(today), MORNING),
        }
        if found["working"] in (found["tomorrow"], found["monday"]):
            del found["working"]
        return found

    def at(self, day: date, wall_time: time) -> datetime:
        return datetime.combine(day, wall_time, self.zone)

    def _next(self, weekday: int, wall_time: time, now: datetime) -> datetime:
        today = now.astimezone(self.zone).date()
        day = today + timedelta(days=(weekday - today.weekday()) % WEEK)
        found = self.at(day, wall_time)
        return found if found > now else self.at(day + timedelta(days=WEEK), wall_time)

    def _next_working(self, today: date) -> date:
        day = today + timedelta(days=1)
        while day.weekday() > FRIDAY or day in self.free_days(day.year, "en"):
            day += timedelta(days=1)
        return day
