"""Steps of a tour are ticked off by what happens."""

from bot.playground.bell import Bell
from bot.playground.tour import AppChange, Happening, Look, Step, Tour


def looked(happening: Happening) -> bool:
    return isinstance(happening, Look)


def stopped(happening: Happening) -> bool:
    return isinstance(happening, AppChange) and not happening.running


def test_a_step_is_done_once_and_those_who_look_on_are_told() -> None:
    bell = Bell()
    changes = bell.listen()
    tour = Tour([Step("look", {"en": "Look"}, {"en": "Do"}, looked), Step("stop", {}, {}, stopped)])
    for happening in (AppChange(True), Look("U1", "C1", "public", frozenset()), AppChange(True)):
        tour.hear(happening, bell)
    assert tour.as_json() == [
        {"key": "look", "title": {"en": "Look"}, "text": {"en": "Do"}, "done": True},
        {"key": "stop", "title": {}, "text": {}, "done": False},
    ]
    assert (changes.get_nowait(), changes.empty()) == ({"type": "desk"}, True)


def test_what_was_done_before_stays_done() -> None:
    assert Tour([Step("look", {}, {}, looked)], done=["look"]).as_json()[0]["done"]
