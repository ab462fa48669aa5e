"""What a phrase says about a date, as slots.

A rule fills a few slots; neighbouring phrases are one expression as long as their slots do not
collide (来週 + 月曜 + 朝イチ + まで). The order in which a language says them does not matter.
"""

from typing import Literal, NamedTuple, TypedDict

Unit = Literal["day", "week", "month", "quarter", "half", "year", "fiscal"]
Edge = Literal["start", "early", "mid", "middle", "late", "end", "whole", "first", "second"]
PartOfDay = Literal["opens", "noon", "after_noon", "early_evening", "closes", "night", "midnight"]
Half = Literal["am", "pm", "noon", "night", ""]
Step = Literal["minute", "hour", "day", "business", "week", "month", "year"]


class Period(NamedTuple):
    """A period relative to now: 来週 is (week, 1). Without an offset: the next that has not passed."""

    unit: Unit
    offset: int | None = None


class Nth(NamedTuple):
    """第2火曜, 第3営業日, the last Friday: `number` is -1 for the last."""

    number: int
    of: Literal["weekday", "business", "week"]


class Shift(NamedTuple):
    """3日後 counted from now, or from the day named beside it when `anchored`."""

    amount: float
    step: Step
    anchored: bool = False


class Clock(NamedTuple):
    """A wall time; hours may reach 30 (25時). `exact`: no afternoon twin (05:00, 5pm, 17時)."""

    hour: int
    minute: int = 0
    exact: bool = False


class Part(NamedTuple):
    """A part of the day: where it ends or stands as a deadline, and what it does to an hour beside it."""

    at: PartOfDay
    half: Half = ""


class Rest(NamedTuple):
    """Around the next run of non-working days of at least `days`."""

    side: Literal["before", "after"]
    days: int


class Meaning(TypedDict, total=False):
    year: int
    month: int
    day: int
    period: Period
    quarter: int
    weekday: int
    nth: Nth
    edge: Edge
    shift: Shift
    clock: Clock
    part: Part
    zone: str
    rest: Rest
    # what is said about the expression as a whole
    end: bool  # まで, by, 以内
    before: bool  # 金曜の前に, before Friday: the day itself is too late
    void: bool  # said as past, or repeated (先週, 毎週, ago): consumed, never a deadline
    several: bool  # a range was said
    duration: bool  # a length of time that needs a start (今日から1週間)
    bracketed: bool  # (金): a comment on the date before it
    figures: bool  # 3/12: month and day as the writer's language orders them
    prefix: bool  # belongs to what follows (by, end of)
    label: bool  # says that a deadline follows or stood there (締切は), no part of its span
    during: bool  # 午前中: a part of the day taken as a whole
    lasting: bool  # 15時から16時まで: how long something lasts
    leaning: bool  # needs a neighbour or a bound to be a date at all (朝, 中, 末)


SOFT = {
    "end", "before", "void", "several", "duration", "bracketed", "figures", "prefix", "label",
    "lasting", "during", "leaning",
}  # fmt: skip


SAYS_LITTLE = SOFT | {"edge"}


def merged(first: Meaning, second: Meaning) -> Meaning | None:
    """Both said at once, or None when they say two things about the same slot.

    What leans is a date as soon as something that says more leans on it (朝 + まで, 来年 + 中).
    """
    both = first | second
    if not first.keys().isdisjoint(second):
        for slot in (first.keys() & second.keys()) - SOFT:
            if not settled(slot, first, second, both):
                return None
    if "leaning" in both and not leans_alone(first, second):
        del both["leaning"]
    return both


def settled(slot: str, first: Meaning, second: Meaning, both: Meaning) -> bool:
    """Whether one of two things said about a slot only repeats the other, less exactly.

    EOW + next week: a period without an offset gives way; first thing + morning: a leaning part does.
    """
    if slot == "period" and first["period"].unit == second["period"].unit:
        exact = [said["period"] for said in (first, second) if said["period"].offset is not None]
        both["period"] = (exact or [first["period"]])[0]
        return len(exact) < 2
    if slot == "part" and first["part"].half == second["part"].half:
        both["part"] = second["part"] if "leaning" in first else first["part"]
        return "leaning" in first or "leaning" in second
    return False


def leans_alone(first: Meaning, second: Meaning) -> bool:
    if is_filler(first) or is_filler(second):
        return "leaning" in first and "leaning" in second
    return not says_when(first) and not says_when(second)


def is_filler(meaning: Meaning) -> bool:
    return "end" not in meaning and SOFT.issuperset(meaning)


def says_when(meaning: Meaning) -> bool:
    """Whether it says more than how an expression is limited or which edge is meant."""
    return not SAYS_LITTLE.issuperset(meaning)
