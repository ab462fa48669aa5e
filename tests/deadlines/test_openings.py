import pytest

from bot.deadlines.openings import openings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("今日|本日", {"今日", "本日"}),
        ("(?:the )?end", {"th", "en"}),
        ("[0-2]時", {"0", "1", "2"}),
        (r"\(([月火])\)", {"("}),
        (r"(?<!x)eod\b", {"eo"}),
        ("a?b", {"a", "b"}),
        (r"\bto", {"to"}),
        ("月?末", {"月", "末"}),
    ],
)
def test_a_pattern_opens_with_what_it_can_begin_with(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\d月", r"\s?の", "[^a]b", "", "a?"])
def test_a_pattern_that_can_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        openings(pattern)
