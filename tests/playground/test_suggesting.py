"""Menus whose options the app finds while a person types."""

import asyncio
from typing import Any

import pytest

from tests.playground.conftest import World
from tests.playground.sample_app import Json, actions, form, plain
from tests.playground.test_pages import post
from tests.playground.test_sockets import acknowledge, socket

MENU: Json = {"type": "external_select", "action_id": "dish"}
INPUT: Json = {"type": "input", "block_id": "dish", "label": plain("Dish"), "element": MENU}
RAMEN: Json = {"text": plain("ramen"), "value": "ramen"}


async def in_message(world: World) -> Json:
    await world.bot.chat_postMessage(channel=world.general.id, text="?", blocks=[actions(MENU)])
    ts = world.slack.messages(world.general)[-1].ts
    return {"channel": world.general.id, "ts": ts, "block_id": "actions", "action_id": "dish"}


async def test_the_app_is_asked_with_what_was_typed(lively: World) -> None:
    where = await in_message(lively)

    found = await post(lively, "suggest", **where, typed="r")

    assert [option["value"] for option in found["options"]] == ["ramen", "rice"]
    asked = lively.heard[-1]
    assert (asked["type"], asked["value"], asked["action_id"]) == ("block_suggestion", "r", "dish")
    assert asked["container"]["type"] == "message"


async def test_what_was_found_can_be_chosen_in_a_form(wired: World) -> None:
    trigger = wired.slack.core.triggers.make(wired.suzuki.id)
    await wired.bot.views_open(trigger_id=trigger, view=form(callback_id="soup", blocks=[INPUT]))
    assert wired.hand.view is not None
    view_id = wired.hand.view["id"]
    found = await post(wired, "suggest", view_id=view_id, block_id="dish", action_id="dish", typed="ra")
    assert found["options"] == [RAMEN]

    state = {"type": "external_select", "selected_option": RAMEN}
    assert await post(wired, "submit", view_id=view_id, values={"dish": {"dish": state}}) == {"ok": True}

    assert wired.heard[-1]["view"]["state"]["values"]["dish"]["dish"]["selected_option"] == RAMEN


@pytest.mark.parametrize("answer", [None, {}, {"options": [{"text": "x"}]}, {"options": "x"}])
async def test_options_slack_would_not_take_are_refused(world: World, answer: Any) -> None:
    async with socket(world) as app:
        where = await in_message(world)
        await acknowledge(app)
        asking = asyncio.create_task(post(world, "suggest", **where, typed=""))
        await acknowledge(app, payload=answer)
        answered = await asking
    assert (answered["ok"], answered["error"]) == (False, "invalid_options")


async def test_a_menu_with_options_of_its_own_asks_nobody(world: World) -> None:
    menu = {"type": "static_select", "action_id": "dish", "options": [RAMEN]}
    await world.bot.chat_postMessage(channel=world.general.id, text="?", blocks=[actions(menu)])
    where = {"channel": world.general.id, "ts": world.slack.messages(world.general)[0].ts}
    answer = await post(world, "suggest", **where, block_id="actions", action_id="dish", typed="r")
    assert answer["ok"] is False
    assert world.slack.deliveries == []


async def test_a_file_chosen_in_a_form_reaches_the_app(wired: World) -> None:
    element = {"type": "file_input", "action_id": "file"}
    chosen = {"type": "input", "block_id": "file", "label": plain("File"), "element": element}
    trigger = wired.slack.core.triggers.make(wired.suzuki.id)
    await wired.bot.views_open(trigger_id=trigger, view=form(callback_id="soup", blocks=[chosen]))
    assert wired.hand.view is not None
    file = wired.slack.core.files.keep("menu.csv", b"soup;3")

    state = {"type": "file_input", "files": [{"id": file.id}]}
    submitted = {"view_id": wired.hand.view["id"], "values": {"file": {"file": state}}}
    assert await post(wired, "submit", **submitted) == {"ok": True}

    [sent] = wired.heard[-1]["view"]["state"]["values"]["file"]["file"]["files"]
    assert (sent["name"], wired.slack.content(sent)) == ("menu.csv", b"soup;3")
