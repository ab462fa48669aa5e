"""What is folded alike is found alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.search import fold


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("ＡＢＣ", "abc"),
        ("ｼｽﾃﾑ", "システム"),
        ("ﾊﾞｯﾁ", "バッチ"),
        ("１２月", "12月"),
        ("Straße", "STRASSE"),
        ("㈱裏方", "(株)裏方"),
        ("か\u3099", "が"),
        ("a\x00b", "ab"),
    ],
)
def test_widths_cases_and_ways_of_writing_are_one(written: str, searched: str) -> None:
    assert fold(written) == fold(searched)


def test_what_sounds_alike_is_not_one() -> None:
    assert len({fold(word) for word in ("はし", "ハシ", "箸")}) == 3


@given(st.text(), st.text(), st.text())
def test_a_word_is_found_in_whatever_stands_around_it(before: str, word: str, after: str) -> None:
    assert fold(word) in fold(f"{before} {word} {after}")
