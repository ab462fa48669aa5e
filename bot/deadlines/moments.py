"""From what a phrase says to a day and a time."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.deadlines.days import DAY_SLOTS, day_of, names_day
from bot.deadlines.meaning import Clock, Meaning, Part
from bot.deadlines.model import Reference
from bot.deadlines.periods import business_days_from

NARROW = {"day", "weekday", "nth", "rest"}
LAST_MINUTE = time(23, 59)
SHIFT_SECONDS = {"minute": 60, "hour": 3600}


class Moment(NamedTuple):
    """A day, perhaps a time, in the reference's zone."""

    day: date
    time: time | None
    weekday_differs: bool = False

    def is_past(self, reference: Reference) -> bool:
        local = reference.local
        if self.time is None or self.day != local.date():
            return self.day < local.date()
        return self.time < local.time()


class DayTime(NamedTuple):
    """A wall time and the days it carries over (25時 is 01:00, one day on)."""

    time: time | None
    carry: int = 0


def moment_of(meaning: Meaning, reference: Reference) -> Moment | None:
    """When the phrase is, None when it names no day or time that exists."""
    try:
        return exact_moment(meaning, reference) or wall_moment(meaning, reference)
    except (OverflowError, ValueError):  # beyond the years 1–9999, or no such day
        return None


def exact_moment(meaning: Meaning, reference: Reference) -> Moment | None:
    """2時間後 from now; 15時の10分前 from the time beside it."""
    if "shift" not in meaning or meaning["shift"].step not in SHIFT_SECONDS:
        return None
    shift = meaning["shift"]
    base: datetime | None = reference.local.replace(tzinfo=None, second=0, microsecond=0)
    if "clock" in meaning or "part" in meaning or names_day(meaning):
        base = wall_datetime(meaning, reference)
    elif shift.anchored:
        return None
    if base is None:
        return None
    moved = base + timedelta(seconds=shift.amount * SHIFT_SECONDS[shift.step])
    return Moment(moved.date(), moved.time())


def wall_datetime(meaning: Meaning, reference: Reference) -> datetime | None:
    moment = wall_moment(meaning, reference)
    if moment is None or moment.time is None:
        return None
    return datetime.combine(moment.day, moment.time)


def wall_moment(meaning: Meaning, reference: Reference) -> Moment | None:
    at = day_time(meaning, reference)
    if not names_day(meaning):
        return at and next_time(at, meaning, reference)
    day = day_of(meaning, reference)
    if day is None:
        return None
    differs = "weekday" in meaning and "shift" not in meaning and day.weekday() != meaning["weekday"]
    if at and is_bare_weekday(meaning) and (today := todays(day, at, meaning, reference)):
        return today
    if at:
        return in_zone(day + timedelta(days=at.carry), at.time, meaning, reference)._replace(
            weekday_differs=differs
        )
    return Moment(day_before(day, meaning, reference), None, differs)


def is_bare_weekday(meaning: Meaning) -> bool:
    return DAY_SLOTS & meaning.keys() == {"weekday"} and "shift" not in meaning


def todays(day: date, at: DayTime, meaning: Meaning, reference: Reference) -> Moment | None:
    """水曜17時 said on a Wednesday morning is today's."""
    if (day - reference.today).days != 7 or at.time is None:
        return None
    moment = in_zone(reference.today + timedelta(days=at.carry), at.time, meaning, reference)
    return None if moment.is_past(reference) else moment


def day_before(day: date, meaning: Meaning, reference: Reference) -> date:
    """Before a day means its previous business day; before the end of a period means that end."""
    if "before" not in meaning or "edge" in meaning or "shift" in meaning:
        return day
    if NARROW.isdisjoint(meaning) and not is_of_a_day(meaning):
        day = day_of(meaning | Meaning(edge="start"), reference) or day
    previous = business_days_from(day, -1, reference.calendar)
    return previous if previous >= reference.today else day - timedelta(days=1)


def is_of_a_day(meaning: Meaning) -> bool:
    return "period" in meaning and meaning["period"].unit == "day"


def next_time(at: DayTime, meaning: Meaning, reference: Reference) -> Moment:
    """Today if still to come, else the next business day."""
    today = reference.today
    moment = in_zone(today + timedelta(days=at.carry), at.time, meaning, reference)
    if not moment.is_past(reference) and not is_closed(today, meaning, reference):
        return moment
    day = business_days_from(today, 1, reference.calendar)
    return in_zone(day + timedelta(days=at.carry), at.time, meaning, reference)


def is_closed(day: date, meaning: Meaning, reference: Reference) -> bool:
    """始業, EOD: a day nobody works on has none."""
    of_work = "part" in meaning and meaning["part"].at in ("opens", "closes")
    return of_work and not reference.calendar.is_business_day(day)


def in_zone(day: date, at: time | None, meaning: Meaning, reference: Reference) -> Moment:
    if at is None or "zone" not in meaning:
        return Moment(day, at)
    there = datetime.combine(day, at, ZoneInfo(meaning["zone"]))
    here = there.astimezone(reference.zone)
    return Moment(here.date(), here.time())


def day_time(meaning: Meaning, reference: Reference) -> DayTime | None:
    if "clock" in meaning:
        return clock_time(meaning["clock"], meaning.get("part"), reference)
    return part_time(meaning["part"], reference) if "part" in meaning else None


def part_time(part: Part, reference: Reference) -> DayTime:
    return DayTime(
        {
            "opens": reference.opens,
            "noon": time(12),
            "after_noon": time(13),
            "early_evening": time(17),
            "closes": reference.closes,
            "night": None,
            "midnight": LAST_MINUTE,
        }[part.at]
    )


def clock_time(clock: Clock, part: Part | None, reference: Reference) -> DayTime:
    hour = hour_in_part(clock.hour, part.half) if part else clock.hour
    if hour == 24 and clock.minute == 0:
        return DayTime(LAST_MINUTE)
    at = DayTime(time(hour % 24, clock.minute), hour // 24)
    return at if clock.exact or part else afternoon_twin(at, reference)


def hour_in_part(hour: int, half: str) -> int:
    """夜8時 is 20:00, 昼の1時 13:00, 深夜1時 and 夜12時 belong to the night that began that day."""
    if half == "am":
        return hour % 12 if hour <= 12 else hour
    if half == "night" and hour <= 4:
        return hour + 24
    if half == "night" and hour == 12:
        return 24
    if half == "noon" and hour > 5:
        return hour
    return hour + 12 if half and hour < 12 else hour


def afternoon_twin(at: DayTime, reference: Reference) -> DayTime:
    """5時 is 17:00 where only that lies within working hours."""
    if at.time is None or at.time.hour >= 12 or reference.opens <= at.time <= reference.closes:
        return at
    twin = at.time.replace(hour=at.time.hour + 12)
    return DayTime(twin) if reference.opens <= twin <= reference.closes else at
