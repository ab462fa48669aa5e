"""What is understood of the words after `/task`, and of a message."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines import Mentionable, Reference
from bot.platform.calendar import Calendar
from bot.tasks.drafts import draft_of_message, drafts_from
from bot.tasks.model import HIGH, NORMAL, Draft
from tests.payloads import patient, saying

TOKYO = ZoneInfo("Asia/Tokyo")
REFERENCE = Reference(datetime(2026, 11, 25, 10, 0, tzinfo=TOKYO), TOKYO, Calendar("JP"))
PEOPLE = (Mentionable("USATO", "佐藤", "佐藤 健"), Mentionable("UEMMA", "Emma", "Emma Clark"))
NAMES = {"USATO": "佐藤", "UEMMA": "Emma"}


def drafts(text: str) -> list[Draft]:
    return drafts_from(text, REFERENCE, PEOPLE, NAMES.get)


def of_message(text: str) -> Draft:
    return draft_of_message(text, REFERENCE, PEOPLE, NAMES.get)


def test_a_line_is_a_task_with_its_owner_deadline_and_priority() -> None:
    (draft,) = drafts("見積もりを更新 <@USATO|sato> 2026-12-04 17:00 !high")
    assert (draft.title, draft.owner_id, draft.priority) == ("見積もりを更新", "USATO", HIGH)
    assert (draft.due_on, draft.due_time) == (date(2026, 12, 4), time(17))


def test_a_line_without_any_of_these_is_a_title_alone() -> None:
    (draft,) = drafts("会議室を予約する")
    assert draft == Draft("会議室を予約する", is_read=True)
    assert draft.priority == NORMAL


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "・ ", "1. ", "12) ", "  - ", "- [ ] ", "- [x] "])
def test_a_line_with_a_mark_is_a_task_of_its_own(mark: str) -> None:
    assert [draft.title for draft in drafts(f"引っ越し\n{mark}電気を止める")] == ["引っ越し", "電気を止める"]


def test_a_list_alone_is_one_task_a_line() -> None:
    assert [draft.title for draft in drafts("- 鍵を返す\n- 電気を止める")] == ["鍵を返す", "電気を止める"]


def test_other_lines_are_the_note_of_the_task_above() -> None:
    first, second = drafts("引っ越し\n段ボールは倉庫\n\n台車もあります\n- 鍵を返す\n受付まで")
    assert (first.title, first.note) == ("引っ越し", "段ボールは倉庫\n\n台車もあります")
    assert (second.title, second.note) == ("鍵を返す", "受付まで")


def test_a_deadline_in_a_note_belongs_to_nothing() -> None:
    (draft,) = drafts("引っ越し\n業者は12/3まで休み")
    assert draft.due_on is None


def test_each_line_has_its_own_owner_and_deadline() -> None:
    first, second = drafts("- 鍵を返す <@USATO> 明日\n- 電気を止める <@UEMMA> 12/3")
    assert [(one.owner_id, one.due_on) for one in (first, second)] == [
        ("USATO", date(2026, 11, 26)),
        ("UEMMA", date(2026, 12, 3)),
    ]


def test_the_first_mention_is_the_owner_and_another_is_read_as_a_name() -> None:
    (draft,) = drafts("<@USATO> 見積もりを <@UEMMA|emma> へ送る")
    assert (draft.owner_id, draft.title) == ("USATO", "見積もりを @Emma へ送る")


def test_markup_in_title_and_note_is_read_as_plain_text() -> None:
    (draft,) = drafts("A &amp; B の &lt;案&gt; を確認\n<https://a.example|資料>と<#C1|general>を<@USATO>に")
    assert draft.title == "A & B の <案> を確認"
    assert draft.note == "資料 (https://a.example)と#generalを@佐藤に"


def test_a_day_that_has_passed_is_said_and_not_kept() -> None:
    (draft,) = drafts("報告書を出す 2026-11-20")
    assert (draft.title, draft.passed, draft.due_on) == ("報告書を出す", date(2026, 11, 20), None)


def test_a_weekday_that_differs_is_said_and_the_date_kept() -> None:
    (draft,) = drafts("報告書を出す 12/4(木)")
    assert (draft.due_on, draft.weekday_differs) == (date(2026, 12, 4), True)


@pytest.mark.parametrize("words", ["明日", "<@USATO> 12/4 17:00", "2026-12-04", "tomorrow"])
def test_who_said_only_when_has_not_said_what(words: str) -> None:
    assert drafts(words)[0].title == ""


@pytest.mark.parametrize("words", ["", " \n ", "　"])
def test_nothing_is_no_task(words: str) -> None:
    assert drafts(words) == []


@patient
@given(saying(3000))
def test_whatever_is_typed_is_read_without_losing_a_line(words: str) -> None:
    made = drafts(words)
    assert made
    kept = sum(1 + (one.note.count("\n") + 1 if one.note else 0) for one in made)
    assert kept <= len(words.splitlines())
    assert all("\n" not in one.title for one in made)


def test_a_message_becomes_its_first_request() -> None:
    draft = of_message("お疲れさまです。\n<@USATO> 12/3までに見積もりを更新してください。")
    assert (draft.owner_id, draft.due_on) == ("USATO", date(2026, 12, 3))
    assert draft.note == "お疲れさまです。\n@佐藤 12/3までに見積もりを更新してください。"


def test_a_message_that_asks_for_nothing_is_named_by_its_first_line() -> None:
    draft = of_message("\n会議室の件\n詳細はあとで")
    assert (draft.title, draft.note) == ("会議室の件", "会議室の件\n詳細はあとで")


def test_a_message_of_one_line_needs_no_note() -> None:
    assert of_message("見積もりを更新してください").note == ""


@patient
@given(st.one_of(st.just(""), saying(3000)))
def test_whatever_was_said_can_begin_a_form(words: str) -> None:
    assert "\n" not in of_message(words).title
