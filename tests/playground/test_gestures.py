"""What people do reaches a Bolt app and its answers reach people, over Socket Mode and over HTTP."""

import pytest

from bot.playground import Refusal
from tests.playground.conftest import World
from tests.playground.sample_app import actions, button, form, plain


async def test_a_command_is_answered_with_an_ephemeral(lively: World) -> None:
    outcome = await lively.hand.command(lively.general, "/lunch soup")
    assert outcome.ok
    assert 0 < outcome.milliseconds < 3000
    [shown] = lively.hand.ephemerals(lively.general)
    assert (shown.text, shown.ephemeral_to) == ("One soup", lively.suzuki.id)
    assert lively.slack.hand(lively.sato).sees(lively.general) == []
    assert lively.slack.messages(lively.general) == []


async def test_a_command_brings_what_slack_brings(lively: World) -> None:
    await lively.hand.command(lively.general, "/lunch for @sato & <all> in #general")
    [body] = lively.heard
    assert body["text"] == (
        f"for <@{lively.sato.id}|sato> &amp; &lt;all&gt; in <#{lively.general.id}|general>"
    )
    assert (body["channel_name"], body["user_name"]) == ("general", "suzuki")
    assert body["response_url"].startswith(lively.slack.url)


async def test_without_should_escape_names_stay_as_typed(lively: World) -> None:
    await lively.hand.command(lively.general, "/plain @sato 1 < 2")
    assert lively.hand.ephemerals(lively.general)[-1].text == "@sato 1 &lt; 2"


async def test_the_names_of_private_places_are_hidden_in_commands(lively: World) -> None:
    secret = lively.slack.add_channel("secret", [lively.suzuki], private=True)
    await lively.hand.command(secret, "/lunch soup")
    await lively.hand.command(lively.slack.dm_with_bot(lively.suzuki), "/lunch soup")
    assert [body["channel_name"] for body in lively.heard] == ["privategroup", "directmessage"]


async def test_an_undeclared_command_goes_nowhere(lively: World) -> None:
    outcome = await lively.hand.command(lively.general, "/foo bar")
    assert (outcome.ok, outcome.error) == (False, "/foo is not a valid command")
    assert lively.slack.deliveries == []


async def test_a_command_in_a_thread_goes_nowhere(lively: World) -> None:
    message = await lively.hand.say(lively.general, "hungry")
    await lively.slack.settled()
    before = len(lively.slack.deliveries)
    outcome = await lively.hand.command(lively.general, "/lunch soup", thread_ts=message.ts)
    assert outcome.error == "/lunch is not supported in threads. Sorry!"
    assert len(lively.slack.deliveries) == before


async def test_a_command_outside_ones_channels_goes_nowhere(lively: World) -> None:
    other = lively.slack.add_channel("other", [lively.sato])
    outcome = await lively.hand.command(other, "/lunch soup")
    assert outcome.error == "not_in_channel"


async def test_a_command_nobody_answers_fails_after_the_patience(lively: World) -> None:
    lively.slack.core.deliveries.patience = 0.2
    outcome = await lively.hand.command(lively.general, "/slow")
    assert outcome.error in ("operation_timeout", "dispatch_failed")
    assert not outcome.ok


async def test_a_button_replaces_its_message(lively: World) -> None:
    await lively.hand.command(lively.general, "/lunch soup")
    [shown] = lively.hand.ephemerals(lively.general)
    assert (await lively.hand.press(shown, "more")).ok
    body = lively.heard[-1]
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body
    assert body["actions"][0] | {"action_ts": ""} == {
        "type": "button",
        "action_id": "more",
        "block_id": "actions",
        "text": plain("more"),
        "value": "1",
        "action_ts": "",
    }
    assert [message.text for message in lively.hand.ephemerals(lively.general)] == ["One more"]


async def test_a_button_that_is_not_there_cannot_be_pressed(lively: World) -> None:
    await lively.hand.command(lively.general, "/lunch soup")
    [shown] = lively.hand.ephemerals(lively.general)
    with pytest.raises(LookupError):
        await lively.hand.press(shown, "less")


async def test_a_button_of_a_message_one_does_not_see_cannot_be_pressed(lively: World) -> None:
    await lively.hand.command(lively.general, "/lunch soup")
    [shown] = lively.hand.ephemerals(lively.general)
    with pytest.raises(LookupError):
        await lively.slack.hand(lively.sato).press(shown, "more")


async def test_a_menu_in_a_message_carries_the_choice(lively: World) -> None:
    options = [{"text": plain("Big"), "value": "b"}, {"text": plain("Small"), "value": "s"}]
    menu = {"type": "static_select", "action_id": "choose", "options": options}
    posted = await lively.bot.chat_postMessage(
        channel=lively.general.id, text="size", blocks=[actions(menu, button("more"))]
    )
    message = lively.slack.messages(lively.general)[-1]
    await lively.slack.settled()
    assert (await lively.hand.press(message, "choose", value="Small")).ok
    body = lively.heard[-1]
    assert body["actions"][0]["selected_option"]["value"] == "s"
    assert body["state"]["values"]["actions"]["choose"]["selected_option"]["value"] == "s"
    assert body["message"]["ts"] == posted["ts"]
    with pytest.raises(LookupError):
        await lively.hand.press(message, "choose", value="Huge")


async def test_of_two_buttons_with_one_action_the_value_decides(lively: World) -> None:
    rows = [actions(button("choose", name), block_id=name) for name in ("one", "two")]
    await lively.bot.chat_postMessage(channel=lively.general.id, text="?", blocks=rows)
    await lively.slack.settled()
    await lively.hand.press(lively.slack.messages(lively.general)[-1], "choose", value="two")
    assert lively.heard[-1]["actions"][0]["block_id"] == "two"


async def test_a_message_shortcut_carries_the_message(lively: World) -> None:
    parent = await lively.hand.say(lively.general, "ramen?")
    reply = await lively.hand.say(lively.general, "yes", thread_ts=parent.ts)
    await lively.slack.settled()
    assert (await lively.hand.shortcut("order_this", reply)).ok
    body = lively.heard[-1]
    assert (body["type"], body["message"]["text"]) == ("message_action", "yes")
    assert body["message"]["thread_ts"] == parent.ts
    assert body["channel"] == {"id": lively.general.id, "name": "general"}


async def test_a_global_shortcut_carries_no_channel(lively: World) -> None:
    assert (await lively.hand.global_shortcut("order_any")).ok
    assert "channel" not in lively.heard[-1]


async def test_undeclared_shortcuts_go_nowhere(lively: World) -> None:
    message = await lively.hand.say(lively.general, "ramen?")
    outcomes = [
        await lively.hand.shortcut("order_any", message),
        await lively.hand.global_shortcut("order_this"),
        await lively.hand.global_shortcut("nothing"),
    ]
    assert not any(outcome.ok for outcome in outcomes)


async def opened(world: World) -> None:
    assert (await world.hand.command(world.general, "/lunch")).ok
    assert world.hand.view is not None


async def test_a_form_is_submitted_and_closes(lively: World) -> None:
    await opened(lively)
    assert (await lively.hand.submit({"dish": "ramen"})).ok
    assert lively.hand.view is None
    values = lively.heard[-1]["view"]["state"]["values"]
    assert values["dish"]["text"] == {"type": "plain_text_input", "value": "ramen"}
    assert values["wish"]["text"] == {"type": "plain_text_input", "value": None}


async def test_a_form_stays_open_with_errors(lively: World) -> None:
    await opened(lively)
    outcome = await lively.hand.submit({"dish": "stone"})
    assert (outcome.ok, outcome.errors) == (False, {"dish": "Too hard"})
    assert lively.hand.view is not None


async def test_a_required_field_left_empty_is_not_even_sent(lively: World) -> None:
    await opened(lively)
    sent = len(lively.slack.deliveries)
    outcome = await lively.hand.submit({"wish": "fast"})
    assert outcome.errors is not None
    assert list(outcome.errors) == ["dish"]
    assert len(lively.slack.deliveries) == sent


async def test_a_form_is_updated_by_the_answer(lively: World) -> None:
    await opened(lively)
    assert (await lively.hand.submit({"dish": "soup"})).ok
    assert lively.hand.view is not None
    assert lively.hand.view["title"]["text"] == "Which soup?"
    assert lively.hand.view["callback_id"] == "soup"


async def test_a_form_is_pushed_on_another_and_closing_shows_the_one_below(lively: World) -> None:
    await opened(lively)
    first = lively.hand.view
    assert first is not None
    assert (await lively.hand.submit({"dish": "menu"})).ok
    second = lively.hand.view
    assert second is not None
    assert (second["previous_view_id"], second["root_view_id"]) == (first["id"], first["id"])
    await lively.hand.close_view()
    assert lively.hand.view is not None
    assert lively.hand.view["id"] == first["id"]


async def test_clear_closes_all_forms(lively: World) -> None:
    await opened(lively)
    await lively.hand.submit({"dish": "menu"})
    assert (await lively.hand.submit({"dish": "nothing"})).ok
    assert lively.hand.view is None


async def test_closing_a_form_is_told_only_when_asked_for(lively: World) -> None:
    await opened(lively)
    sent = len(lively.slack.deliveries)
    await lively.hand.close_view()
    assert len(lively.slack.deliveries) == sent
    await lively.hand.command(lively.general, "/lunch")
    assert lively.hand.view is not None
    await lively.bot.views_update(view_id=lively.hand.view["id"], view=form(notify_on_close=True))
    await lively.hand.close_view()
    assert lively.heard[-1]["type"] == "view_closed"


async def test_a_submission_nobody_answers_leaves_the_form_open(lively: World) -> None:
    await opened(lively)
    assert lively.hand.view is not None
    await lively.bot.views_update(view_id=lively.hand.view["id"], view=form(callback_id="unknown"))
    lively.slack.core.deliveries.patience = 0.2
    outcome = await lively.hand.submit({"dish": "ramen"})
    assert not outcome.ok
    assert lively.hand.view is not None


async def test_people_may_not_write_where_they_are_not(lively: World) -> None:
    other = lively.slack.add_channel("other", [lively.sato])
    with pytest.raises(Refusal, match="not_in_channel"):
        await lively.hand.say(other, "hello")
