"""The time of the house: it goes on by itself, can be moved, and may go faster than the machines'."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.platform.clock import Clock, SharedClock


@dataclass
class HouseClock(Clock):
    """`rate` counts from `origin`, an instant of the machine's clock."""

    origin: datetime
    rate: float = 1.0
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return self.at(super().now())

    def at(self, machine: datetime) -> datetime:
        """When it is this instant by the machine's clock."""
        return self.origin + (machine - self.origin) * self.rate + self.ahead

    def wait(self, span: timedelta) -> None:
        self.ahead += span


class SharedHouseClock(SharedClock):
    """The same instant in every process that asks the same database, in the time of the house."""

    def __init__(self, house: HouseClock) -> None:
        super().__init__()
        self._house = house

    def now(self) -> datetime:
        return self._house.at(super().now())


def set_machine(skew: timedelta) -> None:
    """From now on the clock of this process's machine is that far off."""
    right = Clock.now

    def now(clock: Clock) -> datetime:
        return right(clock) + skew

    Clock.now = now  # type: ignore[assignment, method-assign]
