"""What hangs on a line stays with its words."""

from bot.platform.lines import rewritten
from bot.tasks.model import Step


def test_a_line_that_keeps_its_words_keeps_what_hangs_on_it_where_it_stands_now() -> None:
    first, second = Step(text="call", done_by="U1"), Step(text="write")
    after = rewritten(Step, [first, second], ["write", "print", "call"])
    assert [(one.text, one.position, one.done_by) for one in after] == [
        ("write", 0, None),
        ("print", 1, None),
        ("call", 2, "U1"),
    ]
    assert after[2] is first


def test_of_two_lines_with_the_same_words_each_keeps_its_own() -> None:
    ticked, other = Step(text="call", done_by="U1"), Step(text="call")
    after = rewritten(Step, [ticked, other], ["call"])
    assert after == [ticked]
    assert rewritten(Step, [ticked, other], ["call", "call", "call"])[:2] == [ticked, other]
