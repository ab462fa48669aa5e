import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SetupError
from bot.read import read

NOW = "2026-11-25T10:00:00+09:00"


def answered(*text: str, said: str = "", json_lines: bool = False, **options: Any) -> str:
    chosen = {"at": NOW, "lang": "ja", "calendar": "JP", "names": None} | options
    out = io.StringIO()
    assert read(text, json_lines, **chosen, stdin=io.StringIO(said), stdout=out) == 0
    return out.getvalue()


def as_json(said: str, **options: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answered(said=said, json_lines=True, **options).splitlines()]


def test_a_text_is_shown_with_its_deadline_marked() -> None:
    shown = answered("見積もりを金曜17時までに更新してください").splitlines()
    assert shown[0] == "見積もりを⟦金曜17時まで⟧に更新してください"
    assert shown[1] == "  deadline: 2026-11-27T17:00 Fri, end"
    assert shown[2] == "  request:  見積もりを更新 (no owner, 2026-11-27T17:00 Fri, end)"


def test_a_text_without_a_deadline_says_so() -> None:
    assert answered("了解です").splitlines() == ["了解です", "  deadline: none"]


def test_what_is_doubtful_is_said() -> None:
    assert "another weekday was said" in answered("12/3(金)")
    assert "has passed" in answered("11/20まで")
    assert "last of several" in answered("12月3日か4日")


def test_each_line_becomes_one_object(tmp_path: Path) -> None:
    names = tmp_path / "names.json"
    names.write_text('[{"id": "U1", "name": "suzuki", "real_name": "鈴木 一郎"}]', encoding="utf-8")
    first, second = as_json(
        "鈴木さん、至急、資料を明日までに送ってください\n次回は12/5に決定しました。\n", names=names
    )
    assert first == {
        "deadline": "2026-11-26",
        "kind": "end",
        "span": [11, 15],
        "priority": "high",
        "requests": [
            {"title": "資料を送る", "owner": "U1", "deadline": "2026-11-26", "priority": "high"},
        ],
        "decisions": [],
    }
    assert second["decisions"] == ["次回は12/5に決定しました。"]


def test_a_message_of_several_lines_is_given_as_a_json_string_and_any_other_line_as_it_stands() -> None:
    message = "金曜まで:\n- 見積もりを送ってください\n- 請求書を確認してください"
    several, quoted, plain = as_json(f'{json.dumps(message)}\n"A案" は金曜までに "B案"\n金曜まで')
    assert [request["title"] for request in several["requests"]] == ["見積もりを送る", "請求書を確認"]
    assert message[slice(*several["span"])] == "金曜まで"
    assert quoted["deadline"] == plain["deadline"] == "2026-11-27"


def test_a_day_that_has_passed_is_no_deadline_in_json() -> None:
    assert as_json("11/20までにお願いします")[0]["deadline"] is None


def test_the_language_orders_day_and_month() -> None:
    assert as_json("by 3/12", lang="en-GB")[0]["deadline"] == "2026-12-03"
    assert as_json("by 3/12", lang="en")[0]["deadline"] == "2027-03-12"


def test_times_are_local_to_the_offset_said() -> None:
    london = as_json("in 2 hours", at="2026-11-25T10:00:00+00:00", calendar="GB", lang="en-GB")
    assert london[0]["deadline"] == "2026-11-25T12:00"
    assert as_json("in 2 hours", at="2026-11-25T10:00:00-05:00")[0]["deadline"] == "2026-11-25T12:00"


@pytest.mark.parametrize(
    "options",
    [
        {"at": "yesterday"},
        {"at": "2026-11-25T10:00"},
        {"calendar": "XX"},
        {"names": Path("nowhere.json")},
    ],
)
def test_an_option_that_cannot_be_read_is_named(options: dict[str, Any]) -> None:
    with pytest.raises(SetupError, match=r"^--"):
        answered("明日", **options)
