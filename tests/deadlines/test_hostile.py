"""Texts made to keep a pattern busy: each would take minutes if one of them looked back too far."""

import pytest

from bot.deadlines import read_request, understand
from tests.deadlines.tables import PEOPLE, REFERENCE

LENGTH = 40_000
UNITS = (
    "ないように明日",
    "invoices from last month by friday ",
    "1", "一", "月", "12/", "1:", "今日", "来週の", "end of ", "the ", "by ", "a", " ", "\n", "(", "<@", "`",
    "まで", "お願い", "してください", "さん", "@", "- [ ] ", "please ", "decided ", "決ま", "3日〜", "を",
    "て", "ので、", "!", ".", "(金)", "<https://", "a.b@", "鈴木さん", "Bob ", "need ", "1日", "の", "確認",
    "> ", "ご", ":a", "&lt;", "*a ", "~a", "Q1, ",
    "■TODO\n・a（鈴木、12/4）\n", "内容: 以下をお願いします\n・a\n", "1. a\nb\n", "・a / ", "| a ",
    "鈴木さん→" * 500 + "\n", "様、", "…… ", "決定事項\n", "want to use ", "no need to, ", "if everyone ",
    "can everyone who ", "Bob, ", "くれん", "前回",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = (unit * (LENGTH // len(unit)))[:LENGTH]
    assert understand(text, REFERENCE, PEOPLE).priority is None
    assert read_request(text, REFERENCE, PEOPLE).span == (0, len(text))
