"""However a message or a view is malformed, it is taken or refused, never more."""

import contextlib
import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground import Refusal, manifest_problems
from bot.playground.limits import check_message, check_view
from tests.playground.sample_app import MANIFEST, actions, button, form, plain, text_input

OPTION = {"text": plain("x"), "value": "v", "description": plain("x")}
MENU = {"type": "static_select", "action_id": "m", "options": [OPTION], "initial_option": OPTION}
BOXES = {"type": "checkboxes", "action_id": "c", "options": [OPTION], "initial_options": [OPTION]}
BLOCKS = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "fields": [plain("x")], "accessory": BOXES},
    actions(button("a"), MENU),
    {"type": "context", "elements": [plain("x")]},
    {"type": "header", "text": plain("x")},
]
VIEW = form(blocks=[*BLOCKS, text_input("dish")])
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1.5,
        "",
        "x",
        "section",
        [],
        [None],
        [[]],
        {},
        {"type": {}},
        {"type": []},
        [{"type": "x"}],
    ]
)


def places(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from places(child, (*way, key))


def spoilt(sound: Any, way: tuple[Any, ...], odd: Any) -> Any:
    if not way:
        return odd
    whole = copy.deepcopy(sound)
    node = whole
    for key in way[:-1]:
        node = node[key]
    node[way[-1]] = odd
    return whole


@settings(max_examples=300, deadline=None)
@given(way=st.sampled_from(list(places(BLOCKS))), odd=ODD)
def test_a_message_spoilt_anywhere_is_taken_or_refused(way: tuple[Any, ...], odd: Any) -> None:
    with contextlib.suppress(Refusal):
        assert isinstance(check_message(spoilt(BLOCKS, way, odd)), list)


@settings(max_examples=300, deadline=None)
@given(way=st.sampled_from(list(places(VIEW))), odd=ODD)
def test_a_view_spoilt_anywhere_is_taken_or_refused(way: tuple[Any, ...], odd: Any) -> None:
    with contextlib.suppress(Refusal):
        assert isinstance(check_view(spoilt(VIEW, way, odd)), dict)


@settings(max_examples=200, deadline=None)
@given(way=st.sampled_from(list(places(MANIFEST))[1:]), odd=ODD)
def test_a_manifest_spoilt_anywhere_is_taken_or_refused(way: tuple[Any, ...], odd: Any) -> None:
    assert isinstance(manifest_problems(spoilt(MANIFEST, way, odd)), list)


def test_unspoilt_they_are_taken() -> None:
    assert check_message(BLOCKS)
    assert check_view(VIEW)
