"""Forms and home tabs, triggers and hashes."""

import pytest

from tests.playground.conftest import World, refused
from tests.playground.sample_app import Json, form, plain, text_input

HOME: Json = {"type": "home", "blocks": [{"type": "divider"}]}


def trigger(world: World) -> str:
    return world.slack.core.triggers.make(world.suzuki.id)


async def test_a_trigger_opens_a_form_for_its_person(world: World) -> None:
    answer = await world.bot.views_open(trigger_id=trigger(world), view=form(private_metadata="m"))
    assert world.hand.view == answer["view"]
    assert answer["view"]["private_metadata"] == "m"
    assert world.slack.hand(world.sato).view is None


async def test_a_trigger_is_too_old_after_three_seconds(world: World) -> None:
    made = trigger(world)
    world.clock.move(seconds=3.1)
    assert (await refused(world.bot.views_open(trigger_id=made, view=form())))[
        "error"
    ] == "expired_trigger_id"
    assert world.hand.view is None


async def test_a_trigger_serves_once(world: World) -> None:
    made = trigger(world)
    await world.bot.views_open(trigger_id=made, view=form())
    answer = await refused(world.bot.views_open(trigger_id=made, view=form()))
    assert answer["error"] == "exchanged_trigger_id"


async def test_a_refused_view_does_not_use_up_the_trigger(world: World) -> None:
    made = trigger(world)
    await refused(world.bot.views_open(trigger_id=made, view=form("a title of more than 24 characters")))
    assert (await world.bot.views_open(trigger_id=made, view=form()))["ok"]


async def test_an_invented_trigger_is_invalid(world: World) -> None:
    assert (await refused(world.bot.views_open(trigger_id="1", view=form())))["error"] == "invalid_trigger_id"


async def test_an_update_needs_the_newest_hash_if_it_names_one(world: World) -> None:
    view = (await world.bot.views_open(trigger_id=trigger(world), view=form()))["view"]
    updated = await world.bot.views_update(view_id=view["id"], view=form("Two"), hash=view["hash"])
    assert updated["view"]["hash"] != view["hash"]
    answer = await refused(world.bot.views_update(view_id=view["id"], view=form("Three"), hash=view["hash"]))
    assert answer["error"] == "hash_conflict"
    assert world.hand.view is not None
    assert world.hand.view["title"]["text"] == "Two"
    await world.bot.views_update(view_id=view["id"], view=form("Four"))
    assert world.hand.view["title"]["text"] == "Four"


async def test_what_was_entered_survives_an_update_where_the_input_is_the_same(world: World) -> None:
    blocks = [text_input("dish"), text_input("wish")]
    view = (await world.bot.views_open(trigger_id=trigger(world), view=form(blocks=blocks)))["view"]
    for block_id in ("dish", "wish"):
        await world.hand.press_in_view("text", block_id, f"my {block_id}")
    blocks = [
        text_input("dish"),
        text_input("wish", action_id="other"),
        text_input("more", initial_value="!"),
    ]
    updated = await world.bot.views_update(view_id=view["id"], view=form(blocks=blocks))
    values = updated["view"]["state"]["values"]
    assert values["dish"]["text"]["value"] == "my dish"
    assert values["wish"]["other"]["value"] is None
    assert values["more"]["text"]["value"] == "!"


async def test_three_forms_are_the_most(world: World) -> None:
    await world.bot.views_open(trigger_id=trigger(world), view=form())
    for _ in range(2):
        await world.bot.views_push(trigger_id=trigger(world), view=form())
    answer = await refused(world.bot.views_push(trigger_id=trigger(world), view=form()))
    assert answer["error"] == "push_limit_reached"


async def test_a_closed_form_is_not_found(world: World) -> None:
    view = (await world.bot.views_open(trigger_id=trigger(world), view=form()))["view"]
    await world.hand.close_view()
    assert (await refused(world.bot.views_update(view_id=view["id"], view=form())))["error"] == "not_found"


async def test_a_form_goes_by_its_external_id(world: World) -> None:
    await world.bot.views_open(trigger_id=trigger(world), view=form(external_id="e"))
    await world.bot.views_update(external_id="e", view=form("Two", external_id="e"))
    assert world.hand.view is not None
    assert world.hand.view["title"]["text"] == "Two"
    answer = await refused(world.bot.views_push(trigger_id=trigger(world), view=form(external_id="e")))
    assert answer["error"] == "duplicate_external_id"


async def test_every_input_starts_with_its_initial_value(world: World) -> None:
    option = {"text": plain("A"), "value": "a"}
    elements: dict[str, Json] = {
        "static_select": {"options": [option], "initial_option": option},
        "users_select": {"initial_user": world.sato.id},
        "datepicker": {"initial_date": "2026-12-04"},
        "timepicker": {"initial_time": "17:00"},
        "datetimepicker": {"initial_date_time": 1796371200},
        "checkboxes": {"options": [option], "initial_options": [option]},
        "radio_buttons": {"options": [option], "initial_option": option},
        "multi_users_select": {"initial_users": [world.sato.id]},
        "channels_select": {"initial_channel": world.general.id},
        "conversations_select": {"initial_conversation": world.general.id},
    }
    blocks = [
        {
            "type": "input",
            "block_id": kind,
            "label": plain(kind),
            "element": {"type": kind, "action_id": "x"} | about,
        }
        for kind, about in elements.items()
    ]
    view = (await world.bot.views_open(trigger_id=trigger(world), view=form(blocks=blocks)))["view"]
    values = {block_id: actions["x"] for block_id, actions in view["state"]["values"].items()}
    assert values == {
        "static_select": {"type": "static_select", "selected_option": option},
        "users_select": {"type": "users_select", "selected_user": world.sato.id},
        "datepicker": {"type": "datepicker", "selected_date": "2026-12-04"},
        "timepicker": {"type": "timepicker", "selected_time": "17:00"},
        "datetimepicker": {"type": "datetimepicker", "selected_date_time": 1796371200},
        "checkboxes": {"type": "checkboxes", "selected_options": [option]},
        "radio_buttons": {"type": "radio_buttons", "selected_option": option},
        "multi_users_select": {"type": "multi_users_select", "selected_users": [world.sato.id]},
        "channels_select": {"type": "channels_select", "selected_channel": world.general.id},
        "conversations_select": {"type": "conversations_select", "selected_conversation": world.general.id},
    }


async def test_a_home_tab_is_published_for_one_person(world: World) -> None:
    first = await world.bot.views_publish(user_id=world.suzuki.id, view=HOME)
    assert world.hand.home == first["view"]
    assert world.slack.hand(world.sato).home is None
    await world.bot.views_publish(user_id=world.suzuki.id, view=HOME, hash=first["view"]["hash"])
    stale = world.bot.views_publish(user_id=world.suzuki.id, view=HOME, hash=first["view"]["hash"])
    assert (await refused(stale))["error"] == "hash_conflict"


@pytest.mark.parametrize("view", [form(), {"type": "home"}, {"blocks": []}, "[]"])
async def test_only_a_home_can_be_published(world: World, view: object) -> None:
    call = world.bot.api_call("views.publish", json={"user_id": world.suzuki.id, "view": view})
    assert (await refused(call))["error"] == "invalid_arguments"
