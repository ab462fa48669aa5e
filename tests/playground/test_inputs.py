"""What people enter in each kind of input, as the app gets it."""

from typing import Any

import pytest

from tests.playground.conftest import World
from tests.playground.sample_app import Json, form, plain, text_input

A, B = ({"text": plain(name), "value": name.lower()} for name in "AB")
GROUPS = [{"label": plain("g"), "options": [A]}, {"label": plain("h"), "options": [B]}]


async def opened(world: World, *blocks: Json) -> None:
    trigger = world.slack.core.triggers.make(world.suzuki.id)
    await world.bot.views_open(trigger_id=trigger, view=form(blocks=list(blocks)))


def block(kind: str, **about: Any) -> Json:
    element = {"type": kind, "action_id": "x"} | about
    return {"type": "input", "block_id": "b", "label": plain("l"), "element": element}


@pytest.mark.parametrize(
    ("element", "entered", "state"),
    [
        (block("plain_text_input"), "text", {"value": "text"}),
        (block("number_input", is_decimal_allowed=True), "1.5", {"value": "1.5"}),
        (block("email_text_input"), "a@b.example", {"value": "a@b.example"}),
        (block("static_select", options=[A, B]), "b", {"selected_option": B}),
        (block("static_select", options=[A, B]), "A", {"selected_option": A}),
        (block("static_select", option_groups=GROUPS), "b", {"selected_option": B}),
        (block("radio_buttons", options=[A, B]), A, {"selected_option": A}),
        (block("checkboxes", options=[A, B]), ["a", "b"], {"selected_options": [A, B]}),
        (block("multi_static_select", options=[A, B]), ["b"], {"selected_options": [B]}),
        (block("users_select"), "U1", {"selected_user": "U1"}),
        (block("multi_users_select"), ["U1", "U2"], {"selected_users": ["U1", "U2"]}),
        (block("channels_select"), "C1", {"selected_channel": "C1"}),
        (block("conversations_select"), "C1", {"selected_conversation": "C1"}),
        (block("multi_conversations_select"), ["C1"], {"selected_conversations": ["C1"]}),
        (block("datepicker"), "2026-12-04", {"selected_date": "2026-12-04"}),
        (block("timepicker"), "17:00", {"selected_time": "17:00"}),
        (block("datetimepicker"), 1796371200, {"selected_date_time": 1796371200}),
    ],
)
async def test_what_is_entered_reaches_the_app(
    wired: World, element: Json, entered: Any, state: Json
) -> None:
    await opened(wired, text_input("dish", initial_value="x"), element)
    assert (await wired.hand.submit({"b": entered})).ok
    value = wired.heard[-1]["view"]["state"]["values"]["b"]["x"]
    assert value == {"type": element["element"]["type"]} | state


async def test_what_is_not_touched_keeps_its_initial_value(wired: World) -> None:
    await opened(
        wired, text_input("dish", initial_value="x"), block("checkboxes", options=[A, B], initial_options=[B])
    )
    assert (await wired.hand.submit()).ok
    assert wired.heard[-1]["view"]["state"]["values"]["b"]["x"]["selected_options"] == [B]


async def test_an_input_can_be_emptied(wired: World) -> None:
    await opened(
        wired, text_input("dish", initial_value="x"), block("checkboxes", options=[A], initial_options=[A])
    )
    outcome = await wired.hand.submit({"b": []})
    assert outcome.errors is not None
    assert list(outcome.errors) == ["b"]


@pytest.mark.parametrize(("typed", "words"), [("x", "at least 2"), ("xxxxx", "at most 4")])
async def test_the_lengths_an_input_names_are_kept(wired: World, typed: str, words: str) -> None:
    await opened(wired, text_input("dish", min_length=2, max_length=4))
    outcome = await wired.hand.submit({"dish": typed})
    assert outcome.errors is not None
    assert words in outcome.errors["dish"]
    assert wired.heard == []


@pytest.mark.parametrize(
    ("element", "typed", "words"),
    [
        (block("number_input", is_decimal_allowed=False, min_value="1", max_value="9"), "0", "at least 1"),
        (block("number_input", is_decimal_allowed=False, min_value="1", max_value="9"), "10", "at most 9"),
        (block("number_input", is_decimal_allowed=False), "1.5", "whole number"),
        (block("number_input", is_decimal_allowed=True), "many", "a number"),
        (block("email_text_input"), "nobody", "email"),
        (block("url_text_input"), "javascript:alert(1)", "URL"),
    ],
)
async def test_what_an_input_cannot_mean_is_refused(
    wired: World, element: Json, typed: str, words: str
) -> None:
    await opened(wired, text_input("dish", initial_value="x"), element)
    outcome = await wired.hand.submit({"b": typed})
    assert outcome.errors is not None
    assert words in outcome.errors["b"]
    assert wired.heard == []


@pytest.mark.parametrize("entered", [{"b": "c"}, {"c": "a"}])
async def test_what_the_form_does_not_offer_cannot_be_entered(world: World, entered: Json) -> None:
    await opened(world, block("static_select", options=[A, B]))
    with pytest.raises(LookupError):
        await world.hand.submit(entered)
