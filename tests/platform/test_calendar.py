from datetime import date

import pytest

from bot.platform.calendar import Calendar, country_of, knows_country, zones_of

JAPAN = Calendar("JP")


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 23),  # 勤労感謝の日
        date(2026, 11, 28),  # a Saturday
        date(2026, 5, 6),  # 振替休日
        date(2026, 9, 22),  # 国民の休日
        date(2026, 12, 29),
        date(2027, 1, 3),
    ],
)
def test_a_day_off_in_japan_is_no_business_day(day: date) -> None:
    assert not JAPAN.is_business_day(day)


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2026, 12, 28), date(2027, 1, 4)])
def test_a_working_day_in_japan_is_one(day: date) -> None:
    assert JAPAN.is_business_day(day)


def test_closing_days_can_be_chosen() -> None:
    summer = Calendar("JP", closing_days=[(8, 13)])
    assert not summer.is_business_day(date(2026, 8, 13))
    assert summer.is_business_day(date(2026, 12, 29))


def test_without_a_country_only_weekends_are_free() -> None:
    anywhere = Calendar(None)
    assert anywhere.is_business_day(date(2026, 12, 25))
    assert not anywhere.is_business_day(date(2026, 12, 26))


def test_other_countries_keep_their_own_holidays() -> None:
    assert not Calendar("GB").is_business_day(date(2026, 12, 25))
    assert not Calendar("US").is_business_day(date(2026, 11, 26))


def test_the_next_business_day_is_after_the_day_itself() -> None:
    assert JAPAN.next_business_day(date(2026, 11, 25)) == date(2026, 11, 26)
    assert JAPAN.next_business_day(date(2026, 12, 28)) == date(2027, 1, 4)


def test_business_days_are_counted_back_over_weekends_and_holidays() -> None:
    assert JAPAN.business_day_before(date(2026, 11, 25)) == date(2026, 11, 24)
    assert JAPAN.business_day_before(date(2026, 11, 25), 3) == date(2026, 11, 19)
    assert JAPAN.business_day_before(date(2027, 1, 3)) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Asia/Tokyo", "JP"), ("Japan", "JP"), ("Europe/London", "GB"), ("Asia/Calcutta", "IN"), ("UTC", None)],
)
def test_the_country_follows_from_the_time_zone(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


def test_a_calendar_can_be_had_by_zone() -> None:
    assert not Calendar.of_zone("Asia/Tokyo").is_business_day(date(2026, 11, 23))


def test_a_country_knows_its_zones() -> None:
    assert zones_of("JP") == ["Asia/Tokyo"]
    assert not zones_of("XX")


def test_only_countries_with_a_calendar_are_known() -> None:
    assert knows_country("JP")
    assert not knows_country("XX")
