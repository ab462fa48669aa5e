"""The sample team's working days."""

from datetime import date

import pytest

from bot.trial.days import free_days, with_days, working_day

FRIDAY, SUNDAY, MONDAY_OFF, TUESDAY = (date(2026, 11, day) for day in (20, 22, 23, 24))


@pytest.mark.parametrize(
    ("today", "number", "expected"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, TUESDAY),
        (TUESDAY, -1, FRIDAY),
        (SUNDAY, 0, TUESDAY),
        (SUNDAY, -1, FRIDAY),
        (SUNDAY, -10, date(2026, 11, 9)),
    ],
)
def test_working_days_are_counted_over_weekends_and_holidays(
    today: date, number: int, expected: date
) -> None:
    assert working_day(today, number) == expected


def test_dates_stand_in_texts_as_their_writers_write_them() -> None:
    assert with_days("{+1}まで、{0}と{-1}", FRIDAY, "ja-JP") == "11/24まで、11/20と11/19"
    assert with_days("by {+1}, {iso+1}", FRIDAY, "en-GB") == "by Nov 24, 2026-11-24"


def test_days_off_are_named_in_both_languages_and_in_english_for_others() -> None:
    japanese, english = free_days(2026, "ja"), free_days(2026, "en")
    assert (japanese[MONDAY_OFF], english[MONDAY_OFF]) == ("勤労感謝の日", "Labor Thanksgiving Day")
    assert (japanese[date(2026, 12, 30)], japanese[date(2026, 1, 1)]) == ("年末年始の休み", "元日")
    assert free_days(2026, "fr") == english
