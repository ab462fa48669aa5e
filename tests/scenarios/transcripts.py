"""A month as one text to read: what people did, and what Urakata said by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from textwrap import indent
from zoneinfo import ZoneInfo

from bot.platform.calendar import Calendar
from tests.scenarios.month import FIRST, LAST, Month


def transcript(month: Month, places: Collection[str], zone: ZoneInfo) -> str:
    """Of a channel and the direct messages of some people, as the clock of `zone` shows it."""
    days = (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
    return "\n".join("\n".join(_day(month, places, zone, day)) for day in days) + "\n"


def _day(month: Month, places: Collection[str], zone: ZoneInfo, day: date) -> Iterator[str]:
    """A day on which Urakata kept quiet says so, and why it may."""
    worked = Calendar.of_zone(str(zone)).is_business_day(day)
    happened = _happened(month, places, zone, day)
    quiet = "" if any(said for _, said, _ in happened) else " – quiet"
    yield f"== {day:%a %Y-%m-%d}{'' if worked else ' – day off'}{quiet}"
    for at, _, text in happened:
        yield f"{at.astimezone(zone):%H:%M}  {text}"


def _happened(
    month: Month, places: Collection[str], zone: ZoneInfo, day: date
) -> list[tuple[datetime, bool, str]]:
    """In order; whether Urakata said it by itself."""
    done = [
        (deed.at, False, f"{deed.person}, {deed.place}: {deed.what}")
        for deed in month.deeds
        if deed.place in places or (deed.place == "direct" and deed.person in places)
    ]
    told = [
        (said.at, True, f"URAKATA → {said.place}\n{indent(said.text, '       | ')}")
        for said in month.said
        if said.place in places
    ]
    both = [each for each in [*done, *told] if each[0].astimezone(zone).date() == day]
    return sorted(both, key=lambda each: each[0])
