"""Whether what somebody typed says anything, and fits."""

from __future__ import annotations

import pytest

from bot.errors import UserError
from bot.platform import wording


def refused(text: str, limit: int = 10) -> UserError:
    with pytest.raises(UserError) as caught:
        wording.checked(text, limit, empty="error.empty", words=text, field="title")
    return caught.value


@pytest.mark.parametrize("text", ["a", "会議", "12/5", ":memo: ok", "①", "é", "ー"])
def test_words_and_numbers_say_something(text: str) -> None:
    assert wording.says_something(text)


@pytest.mark.parametrize("text", ["", ":memo:", ":+1::skin-tone-2:", "👍", "…", "！？", "- -", "👨‍👩‍👧"])
def test_emoji_and_punctuation_say_nothing(text: str) -> None:
    assert not wording.says_something(text)


def test_a_text_that_fits_comes_back_without_the_space_around_it() -> None:
    assert wording.checked("　 決定 \n", 10, empty="error.empty", words="") == "決定"


def test_a_text_exactly_as_long_as_allowed_fits() -> None:
    assert wording.checked(" " + "あ" * 10, 10, empty="error.empty", words="") == "あ" * 10


@pytest.mark.parametrize("text", ["", "  ", "　\n\t"])
def test_an_empty_text_is_refused_with_the_answer_asked_for(text: str) -> None:
    error = refused(text)
    assert (error.key, error.field) == ("error.empty", "title")


def test_only_emoji_are_refused_and_given_back() -> None:
    error = refused(":memo:")
    assert (error.key, error.words, error.field) == ("error.only_emoji", ":memo:", "title")


def test_too_long_a_text_is_refused_with_both_numbers_and_given_back() -> None:
    error = refused("あ" * 11)
    assert (error.key, error.values) == ("error.too_long", {"limit": 10, "count": 11})
    assert error.words == "あ" * 11
