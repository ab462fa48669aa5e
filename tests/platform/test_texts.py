"""What is said is in the reader's language, with dates as they are written there."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.markup import Mrkdwn, escape, link
from bot.platform.texts import LANGUAGES, Name, Texts, language_of, texts_for
from bot.platform.viewer import Viewer

JA, EN = Texts("ja"), Texts("en")
TODAY = date(2026, 11, 25)
FRIDAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("ja-JP", "ja"),
        ("ja", "ja"),
        ("JA-jp", "ja"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("fr-FR", "en"),
        ("jam-JM", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_every_locale_has_a_language(tag: str | None, language: str) -> None:
    assert language_of(tag) == language


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("鈴木", "鈴木さん"), ("田中部長", "田中部長"), ("<鈴木>\n花子", "&lt;鈴木&gt; 花子さん")],
)
def test_a_name_among_the_values_is_written_as_one_speaks_of_them(name: str, spoken: str) -> None:
    said = f"#1 は、{spoken}が担当しています。"
    assert JA.mrkdwn("task.taken_already", n=1, who=Name(name)) == said
    assert escape(JA("task.taken_already", n=1, who=Name(name))) == said
    assert EN("task.taken_already", n=1, who=Name("Emma")).count("Emma") == 1


def test_a_text_holds_its_values() -> None:
    assert JA("memo.saved", n=12) == "議事メモ #12 に残しました。"
    assert EN("memo.saved", n=12) == "Kept as memo #12."


@pytest.mark.parametrize("texts", [JA, EN], ids=LANGUAGES)
def test_a_key_that_is_not_there_is_a_mistake_that_shows(texts: Texts) -> None:
    with pytest.raises(KeyError, match=r"memo\.nonsense"):
        texts("memo.nonsense")
    with pytest.raises(KeyError, match=r"memo\.nonsense"):
        texts.mrkdwn("memo.nonsense")
    with pytest.raises(KeyError, match=r"memo\.nonsense"):
        texts.counted("memo.nonsense", 2)


def test_a_value_that_is_missing_is_a_mistake_that_shows() -> None:
    with pytest.raises(KeyError, match="n"):
        EN("memo.saved")


@given(st.text())
def test_values_are_escaped_where_a_text_becomes_markup(words: str) -> None:
    said = EN.mrkdwn("memo.line", n=1, text=f"<!channel>{words}", who="<@U1>", when="today")
    assert "<!channel>" not in said
    assert "<@U1>" not in said


def test_markup_among_the_values_stays_markup() -> None:
    source = link("https://a.example/p1", "source")
    said = EN.mrkdwn("memo.kept_from", who="Sato", when="Wed 11/25", source=source)
    assert isinstance(said, Mrkdwn)
    assert source in said


def test_braces_in_what_people_write_are_only_braces() -> None:
    assert "{n} {0} {" in EN.mrkdwn("memo.line", n=1, text="{n} {0} {", who="x", when="y")


@pytest.mark.parametrize("n", [0, 1, 2, 11])
def test_counts_are_said_in_the_readers_language(n: int) -> None:
    assert JA.counted("digest.overdue", n) == f"期限が過ぎたもの {n}件"
    assert EN.counted("digest.overdue", n) == f"Past the deadline: {n}"


def test_a_day_comes_with_its_weekday() -> None:
    assert JA.day(FRIDAY, TODAY) == "12/4(金)"
    assert EN.day(FRIDAY, TODAY) == "Fri 12/4"


def test_a_day_of_another_year_says_so() -> None:
    assert JA.day(date(2027, 1, 4), TODAY) == "2027/1/4(月)"
    assert EN.day(date(2027, 1, 4), TODAY) == "Mon 1/4/2027"


@given(st.dates())
def test_every_day_has_the_weekday_it_falls_on(day: date) -> None:
    assert JA.day(day, day)[-2] == "月火水木金土日"[day.weekday()]
    assert EN.day(day, day).startswith(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()])


def test_a_moment_has_its_time_where_one_was_said() -> None:
    assert JA.moment(FRIDAY, time(17), TODAY) == "12/4(金) 17:00"
    assert EN.moment(FRIDAY, time(9, 5), TODAY) == "Fri 12/4 09:05"
    assert EN.moment(FRIDAY, None, TODAY) == "Fri 12/4"


def test_an_instant_is_shown_on_the_readers_wall() -> None:
    at = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    assert JA.instant(at, now.astimezone(ZoneInfo("Asia/Tokyo"))) == "2027/1/1(金) 01:30"
    assert EN.instant(at, now.astimezone(ZoneInfo("America/New_York"))) == "Thu 12/31 11:30"


def test_a_day_first_reader_gets_the_months_name() -> None:
    british = texts_for(Viewer("T1", "U1", "en", ZoneInfo("Europe/London"), "en-GB"))
    assert british.day(date(2026, 12, 4), date(2026, 11, 25)) == "Fri 4 Dec"
    assert british.day(date(2027, 4, 12), date(2026, 11, 25)) == "Mon 12 Apr 2027"


def test_other_readers_get_figures() -> None:
    american = texts_for(Viewer("T1", "U1", "en", ZoneInfo("America/New_York"), "en-US"))
    assert american.day(date(2026, 12, 4), date(2026, 11, 25)) == "Fri 12/4"
