"""The sample team's working days, and their days off by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import holidays

from ..platform.calendar import CLOSING_DAYS, Calendar
from ..platform.texts import Texts

COUNTRY = "JP"
TOKYO = ZoneInfo("Asia/Tokyo")
CALENDAR = Calendar(COUNTRY)
HOLIDAY_LANGUAGES = {"ja": "ja", "en": "en_US"}

_DAY = re.compile(r"\{(iso)?([+-]?\d+)\}")


def free_days(year: int, language: str) -> Mapping[date, str]:
    """Public holidays and the days on which most companies close, by date."""
    spoken = language if language in HOLIDAY_LANGUAGES else "en"
    texts = Texts(spoken)
    closed = {date(year, month, day): texts("trial.closed") for month, day in CLOSING_DAYS[COUNTRY]}
    public = holidays.country_holidays(COUNTRY, years=year, language=HOLIDAY_LANGUAGES[spoken])
    return {**closed, **dict(public)}


def working_day(today: date, number: int) -> date:
    """Counted from today, or from the next working day where today is none: -1 is the one before it."""
    day = today if CALENDAR.is_business_day(today) else CALENDAR.next_business_day(today)
    step = timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not CALENDAR.is_business_day(day):
            day += step
    return day


def with_days(text: str, today: date, locale: str) -> str:
    """Each `{+3}` becomes the date of that working day as people of the locale write it; `{iso+3}` ISO."""

    def written(found: re.Match[str]) -> str:
        iso, number = found.groups()
        day = working_day(today, int(number))
        return day.isoformat() if iso else _in_chat(day, locale)

    return _DAY.sub(written, text)


def _in_chat(day: date, locale: str) -> str:
    if locale.startswith("ja"):
        return f"{day.month}/{day.day}"
    return f"{day:%b} {day.day}"
