import pytest

from bot.deadlines.openings import openings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("今日|本日", {"今日", "本日"}),
        ("(?:the )?end", {"the end", "end"}),
        ("[0-2]時", {"0時"}),
        (r"\(([月火])\)", {"(月)", "(火)"}),
        (r"(?<!x)eod\b", {"eod"}),
        ("a?b", {"ab", "b"}),
        (r"\bto", {"to"}),
        ("月?末", {"月末", "末"}),
        (r"(?:in|after)\s(?:a|the)", {"in a", "in t", "afte"}),
        (r"a+b", {"a"}),
    ],
)
def test_a_pattern_opens_with_what_it_can_begin_with(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\d月", r"\s?の", "[^a]b", "", "a?"])
def test_a_pattern_that_can_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        openings(pattern)
