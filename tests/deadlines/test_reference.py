"""The same words said at other times, in other places, in other languages."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.deadlines import Reference, read_deadline
from bot.platform.calendar import Calendar
from tests.deadlines.tables import TOKYO, when


def said(text: str, at: str, *, zone: ZoneInfo = TOKYO, country: str = "JP", language: str = "ja") -> str:
    now = datetime.fromisoformat(at).replace(tzinfo=zone)
    return when(read_deadline(text, Reference(now, zone, Calendar(country), language)))


@pytest.mark.parametrize(
    ("at", "text", "means"),
    [
        ("2026-11-27 18:30", "EOD", "2026-11-30 18:00"),
        ("2026-11-27 18:30", "17時まで", "2026-11-30 17:00"),
        ("2026-11-29 10:00", "週明け", "2026-11-30"),
        ("2026-11-29 10:00", "来週金曜", "2026-12-04"),
        ("2026-11-29 10:00", "始業", "2026-11-30 09:00"),
        ("2026-12-30 12:00", "年内", "2026-12-31"),
        ("2026-12-30 12:00", "3営業日以内", "2027-01-06"),
        ("2026-05-01 10:00", "連休明け", "2026-05-07"),
        ("2027-01-31 23:50", "来月末", "2027-02-28"),
        ("2028-02-28 10:00", "月末", "2028-02-29"),
        ("2027-01-31 10:00", "1か月後", "2027-02-28"),
    ],
)
def test_words_mean_what_they_mean_then(at: str, text: str, means: str) -> None:
    assert said(text, at) == means


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("en", "by 3/12", "2027-03-12"),
        ("en-GB", "by 3/12", "2026-12-03"),
        ("en-AU", "by 3/12", "2026-12-03"),
        ("ja", "3/12まで", "2027-03-12"),
        ("en", "by 25/12", "2026-12-25"),
        ("en-GB", "by 12/25", "2026-12-25"),
        ("en-GB", "on 04/12/2026", "2026-12-04"),
        ("en-GB", "14/12-20/12", "2026-12-20"),
        ("en-GB", "5pm 4/12", "2026-12-04 17:00"),
        ("en", "on 04.12.2026", "2026-12-04"),
        ("no such tag", "by 3/12", "2027-03-12"),
    ],
)
def test_the_language_orders_day_and_month(language: str, text: str, means: str) -> None:
    assert said(text, "2026-11-25 10:00", language=language) == means


def test_working_hours_decide_which_five_is_meant() -> None:
    late = Reference(
        datetime(2026, 11, 25, 1, tzinfo=UTC), TOKYO, Calendar("JP"), opens=time(4), closes=time(13)
    )
    deadline = read_deadline("5時まで", late)
    assert deadline
    assert deadline.time == time(5)


def test_a_time_in_another_zone_is_told_in_the_readers() -> None:
    assert said("5pm JST tomorrow", "2026-11-25 10:00", zone=ZoneInfo("Europe/London")) == "2026-11-26 08:00"


def test_the_instant_is_utc_and_a_day_has_none() -> None:
    reference = Reference(datetime(2026, 11, 25, 1, tzinfo=UTC), TOKYO, Calendar("JP"))
    timed, whole = read_deadline("金曜17時", reference), read_deadline("金曜", reference)
    assert timed
    assert whole
    assert timed.instant(TOKYO) == datetime(2026, 11, 27, 8, tzinfo=UTC)
    assert whole.instant(TOKYO) is None


class Weekdays:
    """A calendar of the plainest kind."""

    def is_business_day(self, day: date) -> bool:
        return day.weekday() < 5


def test_any_calendar_that_knows_business_days_will_do() -> None:
    reference = Reference(datetime(2026, 12, 28, tzinfo=TOKYO), TOKYO, Weekdays())
    deadline = read_deadline("年末", reference)
    assert deadline
    assert deadline.day == date(2026, 12, 31)


class Never:
    def is_business_day(self, day: date) -> bool:
        return day.year > 9999


def test_a_calendar_without_business_days_ends_no_loop() -> None:
    reference = Reference(datetime(2026, 12, 28, tzinfo=TOKYO), TOKYO, Never())
    for text in ("3営業日以内", "連休明け", "17時まで", "年内", "週明け"):
        read_deadline(text, reference)
