"""Business days of a country: weekends, public holidays and the days most companies close."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

import holidays
from babel.core import get_global

MonthDay = tuple[int, int]
CLOSING_DAYS: dict[str, tuple[MonthDay, ...]] = {
    "JP": ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)),
}
LONGEST_CLOSURE = 150
NOWHERE = "ZZ"


def country_of(zone_name: str) -> str | None:
    """The country (ISO 3166, two letters) a time zone belongs to, None for UTC and the like."""
    aliases, territories = get_global("zone_aliases"), get_global("zone_territories")
    territory: str | None = territories.get(aliases.get(zone_name, zone_name))
    return None if territory == NOWHERE else territory


def zones_of(country: str) -> list[str]:
    """The time zones of a country, by name."""
    return sorted(zone for zone, its in get_global("zone_territories").items() if its == country)


def knows_country(country: str) -> bool:
    return country in holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=64)
def public_holidays(country: str) -> holidays.HolidayBase:
    """Shared, since it fills itself year by year; empty for a country the package does not know."""
    if not knows_country(country):
        return holidays.HolidayBase()
    return holidays.country_holidays(country)


class Calendar:
    """Which days are worked in a country.

    `closing_days` are (month, day) closed every year besides holidays, by default those usual in the
    country (Japan: 12/29–1/3). Without a country only weekends are free.
    """

    def __init__(self, country: str | None, closing_days: Collection[MonthDay] | None = None) -> None:
        usual = CLOSING_DAYS.get(country or "", ())
        self.closing_days = frozenset(usual if closing_days is None else closing_days)
        self.holidays = public_holidays(country) if country else holidays.HolidayBase()

    @classmethod
    def of_zone(cls, zone_name: str, closing_days: Collection[MonthDay] | None = None) -> "Calendar":
        return cls(country_of(zone_name), closing_days)

    def is_business_day(self, day: date) -> bool:
        return not (day.weekday() >= 5 or (day.month, day.day) in self.closing_days or day in self.holidays)

    def next_business_day(self, day: date) -> date:
        """The first business day strictly after the day."""
        return next(
            after
            for after in (day + timedelta(days=step) for step in range(1, LONGEST_CLOSURE))
            if self.is_business_day(after)
        )

    def business_day_before(self, day: date, count: int = 1) -> date:
        """The business day that many business days before the day, which itself counts for none."""
        before = (day - timedelta(days=step) for step in range(1, LONGEST_CLOSURE * count))
        worked = (each for each in before if self.is_business_day(each))
        return next(islice(worked, count - 1, None))
