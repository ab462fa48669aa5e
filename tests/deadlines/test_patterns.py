import re

from bot.deadlines import compile_ahead
from bot.deadlines.patterns import Late, any_of, one_of


def test_alternatives_stand_alone_or_with_more_around_them() -> None:
    assert any_of("a", "b") == "a|b"
    assert re.fullmatch(f"x{one_of('a', 'b')}y", "xby")


def test_a_pattern_is_written_and_compiled_when_it_is_first_looked_for() -> None:
    written: list[str] = []
    late = Late(lambda: written.append("once") or "b+")  # type: ignore[func-returns-value]
    Late.every.remove(late)
    assert written == []

    assert [found[0] for found in late.finditer("abbcb")] == ["bb", "b"]
    assert late.sub("-", "abc") == "a-c"
    assert written == ["once"]


def test_compiled_ahead_nothing_is_left_to_compile_while_somebody_waits() -> None:
    compile_ahead()

    assert [late.pattern for late in Late.every if "compiled" not in vars(late)] == []
