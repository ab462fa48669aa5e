"""Telling a subcommand from a text that begins like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.subcommands import NUMBER, PERSON, WORDS, Asked, Lacking, Near, Subcommand, is_near, read

KNOWN = (
    Subcommand(("list", "一覧"), PERSON, ("リスト",)),
    Subcommand(("search", "検索"), WORDS),
    Subcommand(("show", "表示"), NUMBER),
    Subcommand(("help", "ヘルプ")),
)
NAMES = [name for subcommand in KNOWN for name in subcommand.words]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("list", Asked("list", "")),
        ("LIST", Asked("list", "")),
        ("一覧", Asked("list", "")),
        ("list <@U123|sato>", Asked("list", "<@U123|sato>")),
        ("show 12", Asked("show", "12")),
        ("show #12", Asked("show", "12")),
        ("表示　１２", Asked("show", "12")),
        ("show  12 ", Asked("show", "12")),
        ("search 予算 見積", Asked("search", "予算 見積")),
        ("検索 予算", Asked("search", "予算")),
        ("ヘルプ", Asked("help", "")),
        ("ﾍﾙﾌﾟ", Asked("help", "")),
        ("lst", Near("list")),
        ("lsit", Near("list")),
        ("listt", Near("list")),
        ("kist", Near("list")),
        ("serach 予算", Near("search 予算")),
        ("shwo 12", Near("show 12")),
        ("リスト", Asked("list", "")),
        ("ﾘｽﾄ", Asked("list", "")),
        ("show", Lacking(KNOWN[2])),
        ("検索", Lacking(KNOWN[1])),
        ("show12", Near("show 12")),
        ("表示１２", Near("表示 12")),
        ("表示#12", Near("表示 12")),
        ("list12", None),
        ("show12 now", None),
        ("list of guests is ready", None),
        ("show must go on", None),
        ("help me tomorrow", None),
        ("serach", None),
        ("次回は12/5に決定", None),
        ("一覧を更新", None),
        ("list\nof things", None),
        ("li", None),
        ("", None),
        ("show 1234567890", None),
    ],
)
def test_what_is_typed_is_understood(text: str, understood: Asked | Lacking | Near | None) -> None:
    assert read(text, KNOWN) == understood


@given(st.one_of(st.text(), st.builds("{} {}".format, st.sampled_from(NAMES), st.text())))
def test_no_text_fails_to_be_read(text: str) -> None:
    assert isinstance(read(text, KNOWN), Asked | Lacking | Near | None)


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_words_are_near_when_one_slip_of_the_finger_lies_between_them(word: str, name: str) -> None:
    long_enough = min(len(word), len(name)) >= 3
    assert is_near(word, name) == (long_enough and name in {word, *one_slip_from(word)})


def one_slip_from(word: str) -> set[str]:
    """Every word of these letters with one letter more, fewer, other, or two neighbours swapped."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    other = {a + letter + b[1:] for a, b in cuts if b for letter in "abc"}
    more = {a + letter + b for a, b in cuts for letter in "abc"}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return fewer | other | more | swapped
