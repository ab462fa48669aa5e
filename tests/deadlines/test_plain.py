import pytest

from bot.deadlines import read_deadline
from bot.deadlines.plain import BLANK, EMOJI, read_plain
from tests.deadlines.tables import REFERENCE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("見積もりを１２月３日までに", "１２月３日まで"),
        ("ﾊﾞｯｸﾞ修正は㈮まで", "㈮まで"),
        ("ｶﾞｲﾄﾞは明日まで", "明日まで"),
        ("㍿の件、１７：００まで", "１７：００まで"),
        ("<@U1> 明日まで", "明日まで"),
        ("A &amp; B を明日まで", "明日まで"),
        ("İstanbul by Friday", "by Friday"),
    ],
)
def test_a_span_is_where_the_words_stand_in_the_text_as_written(text: str, found: str) -> None:
    deadline = read_deadline(text, REFERENCE)
    assert deadline
    assert text[slice(*deadline.span)] == found


@pytest.mark.parametrize(
    "text",
    [
        "<@U12>",
        "<#C1|12月>",
        "<https://example.com/12/3|12/3>",
        "https://example.com/2026/12/03",
        "`12/3`",
        "```\n12/3\n```",
        "someone@example.com",
    ],
)
def test_what_is_no_prose_is_blank(text: str) -> None:
    assert set(read_plain(text).lower) == {BLANK}


def test_the_name_of_an_emoji_is_one_and_otherwise_blank() -> None:
    assert read_plain(":pray:").lower == f"{EMOJI}{BLANK * 5}"
