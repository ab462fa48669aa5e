"""The kinds of posts that Urakata makes by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from .model import Channel
from .settings_model import ChannelSettings


def business_day(_session: Session, _channel: Channel, its: ChannelSettings, day: date) -> date:
    """The day itself when it is worked, else the next that is."""
    return day if its.calendar.is_business_day(day) else its.calendar.next_business_day(day)


@dataclass(frozen=True)
class Automatic:
    """A kind of automatic posts: it is on in a channel while a schedule of that kind is.

    `wall_time` is that of its slots, `first_day` the first local date from the given one on which
    something may be posted.
    """

    kind: str
    wall_time: Callable[[ChannelSettings], time]
    first_day: Callable[[Session, Channel, ChannelSettings, date], date] = business_day


@dataclass(frozen=True)
class Begun:
    """What is on in a channel, and the local date of the next post there may be."""

    kind: str
    next_day: date
