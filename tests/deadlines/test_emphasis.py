import pytest

from bot.deadlines import read_request, understand
from bot.deadlines.emphasis import unmarked
from tests.deadlines.tables import PEOPLE, REFERENCE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("by *Friday*, _please_", "by Friday, please"),
        ("*_really_ soon*", "really soon"),
        ("by ~Thursday~ Friday", "by  Friday"),
        ("*見積*を", "見積を"),
        ("*会議室A* の予約", "会議室Aの予約"),
        ("**now** or ~~then~~ later", "now or  later"),
    ],
)
def test_marks_of_emphasis_are_no_part_of_what_is_read(written: str, read: str) -> None:
    assert unmarked(written).text == read


@pytest.mark.parametrize(
    "written",
    [
        "* one\n* two",
        "2*3*4",
        "snake_case_name",
        "月曜~水曜、木曜~金曜",
        "`*x*` and <https://example.com/_a_/|it>",
        ":white_check_mark:",
    ],
)
def test_other_marks_stay(written: str) -> None:
    assert unmarked(written).text == written


def test_what_is_understood_points_into_the_text_as_it_was_written() -> None:
    text = "*Bob* please send the _deck_ by *Friday 5pm*!"
    understood = understand(text, REFERENCE, PEOPLE)
    assert understood.deadline
    assert text[slice(*understood.deadline.span)] == "by *Friday 5pm*"
    assert [text[slice(*request.span)] for request in understood.requests] == [text[1:]]


def test_the_title_of_a_task_has_no_marks() -> None:
    assert read_request("*update* the page by _Friday_", REFERENCE, PEOPLE).title == "update the page"
