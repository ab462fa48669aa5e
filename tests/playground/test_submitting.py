"""Answers to a submission that Slack would not take, and other corners of forms."""

import asyncio
import copy
from typing import Any

import pytest

from bot.playground import LocalSlack, Outcome
from tests.playground.conftest import World
from tests.playground.sample_app import MANIFEST, Json, actions, button, form
from tests.playground.test_sockets import acknowledge, socket


async def opened(world: World, **about: Any) -> None:
    trigger = world.slack.core.triggers.make(world.suzuki.id)
    await world.bot.views_open(trigger_id=trigger, view=form(**about))


async def submitted(world: World, answer: Json) -> Outcome:
    async with socket(world) as app:
        submission = asyncio.create_task(world.hand.submit({"dish": "x"}))
        await acknowledge(app, payload=answer)
        return await submission


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"response_action": "errors", "errors": {"nowhere": "x"}}, "invalid_response_errors"),
        ({"response_action": "errors", "errors": {}}, "invalid_response_errors"),
        ({"response_action": "update", "view": {"type": "modal"}}, "invalid_arguments"),
        ({"response_action": "push"}, "invalid_arguments"),
        ({"response_action": "explode"}, "invalid_response_action"),
    ],
)
async def test_an_answer_slack_would_not_take_leaves_the_form_open(
    world: World, answer: Json, error: str
) -> None:
    await opened(world)
    outcome = await submitted(world, answer)
    assert (outcome.ok, outcome.error) == (False, error)
    assert world.hand.view is not None


async def test_a_command_answered_with_impossible_blocks_fails(world: World) -> None:
    async with socket(world) as app:
        command = asyncio.create_task(world.hand.command(world.general, "/lunch\nsoup"))
        envelope = await acknowledge(app, payload={"blocks": [{"type": "fancy"}]})
    assert (await command).error == "invalid_blocks"
    assert envelope["payload"]["text"] == "soup"
    assert world.hand.ephemerals(world.general) == []


async def test_a_form_without_a_submit_button_cannot_be_submitted(world: World) -> None:
    view = {key: value for key, value in form(blocks=[]).items() if key != "submit"}
    trigger = world.slack.core.triggers.make(world.suzuki.id)
    await world.bot.views_open(trigger_id=trigger, view=view)
    with pytest.raises(LookupError):
        await world.hand.submit()


async def test_clear_on_close_closes_the_forms_below_too(world: World) -> None:
    await opened(world)
    trigger = world.slack.core.triggers.make(world.suzuki.id)
    await world.bot.views_push(trigger_id=trigger, view=form(clear_on_close=True))
    await world.hand.close_view()
    assert world.hand.view is None


async def test_a_button_in_the_home_tab_comes_with_its_view(wired: World) -> None:
    view = {"type": "home", "blocks": [actions(button("choose"))]}
    await wired.bot.views_publish(user_id=wired.suzuki.id, view=view)
    assert (await wired.hand.press_in_home("choose")).ok
    assert wired.heard[-1]["view"]["type"] == "home"
    assert wired.heard[-1]["container"]["type"] == "view"


async def test_a_choice_in_a_form_is_told_at_once_and_kept(wired: World) -> None:
    menu = {"type": "users_select", "action_id": "choose"}
    await opened(wired, blocks=[*form()["blocks"], actions(menu, button("more"))])
    assert (await wired.hand.press_in_view("choose", value=wired.sato.id)).ok
    body = wired.heard[-1]
    assert body["actions"][0]["selected_user"] == wired.sato.id
    assert body["view"]["state"]["values"]["actions"]["choose"]["selected_user"] == wired.sato.id


async def test_with_interactivity_off_nothing_is_sent() -> None:
    manifest = copy.deepcopy(MANIFEST)
    manifest["settings"]["interactivity"]["is_enabled"] = False
    async with LocalSlack(manifest) as slack:
        world = World(slack, clock=None)  # type: ignore[arg-type]
        outcome = await world.hand.global_shortcut("order_any")
        assert (outcome.ok, outcome.error) == (False, "interactivity_disabled")
        assert slack.deliveries == []
