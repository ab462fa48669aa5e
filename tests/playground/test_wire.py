"""What went over the wire is remembered, but not for ever."""

from datetime import UTC, datetime

from bot.playground.bell import Bell
from bot.playground.wire import Call, Passed, Wire

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def call(method: str) -> Call:
    return Call(method, {}, {"ok": True}, NOW)


def test_the_oldest_is_forgotten_and_numbers_go_on() -> None:
    wire = Wire(Bell(), most=3)
    for number in range(5):
        wire.passed(call(f"m{number}"))
    assert [each.method for each in wire.calls] == ["m2", "m3", "m4"]
    assert [entry.number for entry in wire.entries] == [3, 4, 5]
    wire.forget()
    wire.passed(call("again"))
    assert [entry.number for entry in wire.entries] == [6]


def test_who_listens_hears_what_was_answered() -> None:
    wire, heard = Wire(Bell()), list[Passed]()
    wire.on_answer.append(heard.append)
    one, other = call("one"), call("other")
    wire.begin(one)
    wire.passed(other)
    assert heard == [other]
    wire.answered(one)
    assert heard == [other, one]
