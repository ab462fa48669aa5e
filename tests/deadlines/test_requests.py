"""A whole text taken as one request, as `/task TEXT` takes it."""

import pytest

from bot.deadlines import Mentionable, read_request, understand
from tests.deadlines.tables import PEOPLE, REFERENCE, when


@pytest.mark.parametrize(
    ("text", "title", "owner", "deadline", "priority"),
    [
        ("見積もりを更新 @suzuki 金曜17時まで", "見積もりを更新", "U1", "2026-11-27 17:00", None),
        (
            "update the estimate @suzuki by Fri 17:00",
            "update the estimate",
            "U1",
            "2026-11-27 17:00",
            None,
        ),
        ("<@U1|suzuki> 見積もりを金曜までに更新してください !", "見積もりを更新", "U1", "2026-11-27", "high"),
        ("請求書を佐藤さんに送る 月末", "請求書を佐藤さんに送る", None, "2026-11-30", None),
        ("! buy milk tomorrow", "buy milk", None, "2026-11-26", "high"),
        ("!high 資料 <@U9>", "資料", "U9", "-", "high"),
        ("見積もりを更新（金曜まで）@bob", "見積もりを更新", "U2", "2026-11-27", None),
        ("レビュー @佐藤さん 来週中", "レビュー", "U3", "2026-12-04", None),
        ("Fix R&amp;D page by next Friday @bob !", "Fix R&amp;D page", "U2", "2026-12-04", "high"),
        (
            "send the report to <#C1|general> by EOD <https://a.example|label>",
            "send the report to <#C1|general> <https://a.example|label>",
            None,
            "2026-11-25 18:00",
            None,
        ),
        (
            "議事録の確認お願いします <https://a.example|議事録>",
            "議事録の確認 <https://a.example|議事録>",
            None,
            "-",
            None,
        ),
        (
            "<https://a.example|議事録> を確認してください",
            "<https://a.example|議事録> を確認",
            None,
            "-",
            None,
        ),
        ("掃除する &lt;@U0&gt;", "掃除する &lt;@U0&gt;", None, "-", None),
        ("議事録を金曜まで", "議事録", None, "2026-11-27", None),
        ("@suzuki 見積もりを来週中に", "見積もり", "U1", "2026-12-04", None),
        ("金曜まで議事録を清書", "議事録を清書", None, "2026-11-27", None),
        ("請求書を送る 月末営業日まで", "請求書を送る", None, "2026-11-30", None),
        ("@emma and @bob tidy the storeroom", "tidy the storeroom", "U2", "-", None),
        ("@Bob and @suzuki tidy the storeroom", "tidy the storeroom", "U2", "-", None),
        ("deliver by Q4 end", "deliver", None, "2026-12-31", None),
        ("12/1 deadline for visa papers", "visa papers", None, "2026-12-01", None),
        ("議事録を送る！高", "議事録を送る", None, "-", "high"),
        ("明日", "", None, "2026-11-26", None),
        ("牛乳を買う", "牛乳を買う", None, "-", None),
        ("見積もり 金曜まで\n詳細はあとで", "見積もり\n詳細はあとで", None, "2026-11-27", None),
    ],
)
def test_what_is_left_of_a_request_is_its_title(
    text: str, title: str, owner: str | None, deadline: str, priority: str | None
) -> None:
    request = read_request(text, REFERENCE, PEOPLE)
    assert (request.title, request.owner) == (title, owner)
    assert (when(request.deadline), request.priority) == (deadline, priority)


def owner_of(text: str, *people: Mentionable) -> str | None:
    [request] = understand(text, REFERENCE, people).requests
    return request.owner


def test_a_name_two_people_share_names_nobody() -> None:
    people = (Mentionable("U1", "a", "鈴木 一郎"), Mentionable("U2", "b", "鈴木 二郎"))
    assert owner_of("鈴木さん、資料を送ってください", *people) is None
    assert owner_of("鈴木 一郎さん、資料を送ってください", *people) == "U1"


def test_who_is_only_spoken_about_owns_nothing() -> None:
    suzuki = Mentionable("U1", "suzuki", "鈴木 一郎")
    assert owner_of("鈴木さんに資料を送ってください", suzuki) is None
    assert owner_of("Please send the report to @suzuki", suzuki) is None
    assert owner_of("鈴木さんの資料を印刷してください", suzuki) is None


def test_whom_a_message_opens_with_is_asked_by_its_next_sentence() -> None:
    suzuki = Mentionable("U1", "suzuki", "鈴木 一郎")
    assert owner_of("鈴木さん、お疲れ様です。資料を送ってください", suzuki) == "U1"


def test_a_person_who_is_not_known_is_still_mentioned() -> None:
    assert owner_of("<@U77> 資料を送ってください") == "U77"


def test_a_message_that_only_calls_and_quotes_asks_for_nothing() -> None:
    assert understand("<!channel>>", REFERENCE, PEOPLE).requests == ()
