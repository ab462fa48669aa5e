"""What is asked of the reader of chat, and what it answers."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

Kind = Literal["point", "end", "period"]
Priority = Literal["high"]
Span = tuple[int, int]


class BusinessCalendar(Protocol):
    """Says which days are worked."""

    def is_business_day(self, day: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Reference:
    """What "now" means to the writer.

    `now` is aware; `language` is a language tag (`ja`, `en`, `en-GB`) and decides only whether
    3/12 is M/D or D/M.
    """

    now: datetime
    zone: ZoneInfo
    calendar: BusinessCalendar
    language: str = "ja"
    opens: time = time(9)
    closes: time = time(18)
    local: datetime = field(init=False, repr=False, compare=False)  # `now` in `zone`
    today: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "local", self.now.astimezone(self.zone))
        object.__setattr__(self, "today", self.local.date())


@dataclass(frozen=True, slots=True)
class Mentionable:
    """A person who can be named as an owner."""

    id: str
    name: str
    real_name: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline and the text it was read from.

    `day` and `time` are local to the reference's zone; without a time the whole day counts.
    `kind`: a point (金曜17時), an end (まで, by) or a period (来週中; `day` is its last business day).
    `is_past`: the day was understood but is gone: ask, store none. `weekday_differs`: the weekday
    said beside the date is another one. `is_range`: several days were said, this is the last.
    """

    day: date
    time: time | None
    kind: Kind
    span: Span
    is_past: bool = False
    weekday_differs: bool = False
    is_range: bool = False

    def instant(self, zone: ZoneInfo) -> datetime | None:
        """The moment in UTC, None for a day-only deadline."""
        if self.time is None:
            return None
        return datetime.combine(self.day, self.time, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked of somebody; `owner` is a person's id."""

    title: str
    owner: str | None
    deadline: Deadline | None
    priority: Priority | None
    span: Span


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message or a thread says; `deadline` is the one a task of the whole text would get."""

    deadline: Deadline | None
    priority: Priority | None
    requests: tuple[Request, ...]
    decisions: tuple[str, ...]
