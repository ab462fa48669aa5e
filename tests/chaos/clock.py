"""The time of the house: it goes on by itself, can be moved, and may go faster than the machine's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.platform.clock import Clock


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

    def seen(self, skew: timedelta) -> HouseClock:
        """By a process whose machine is that far off; from now on it goes its own way."""
        return replace(self, ahead=self.ahead + skew)
