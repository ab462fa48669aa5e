"""Messages at the limit pass and beyond it are refused, with Slack's words and the place."""

from typing import Any

import pytest

from bot.playground import Refusal
from bot.playground.limits import check_message
from tests.playground.conftest import World, refused
from tests.playground.sample_app import Json, actions, button, plain


def section(text: str = "x", **about: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}} | about


def header(text: str) -> Json:
    return {"type": "header", "text": plain(text)}


def context(count: int) -> Json:
    return {"type": "context", "elements": [plain("x")] * count}


def fields(count: int, length: int = 1) -> Json:
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": "x" * length}] * count}


def option(value: str = "v", text: str = "x") -> Json:
    return {"text": plain(text), "value": value}


def menu(kind: str, count: int, **about: Any) -> Json:
    return {
        "type": kind,
        "action_id": "a",
        "options": [option(str(number)) for number in range(count)],
    } | about


def pressable(**about: Any) -> Json:
    return actions(button("a") | about)


AT_THE_LIMIT: dict[str, tuple[list[Json], list[Json]]] = {
    "no more than 50 items allowed [json-pointer:/blocks]": ([section()] * 50, [section()] * 51),
    "must be less than 3001 characters [json-pointer:/blocks/0/text/text]": (
        [section("x" * 3000)],
        [section("x" * 3001)],
    ),
    "must be more than 0 characters [json-pointer:/blocks/0/text/text]": ([section("x")], [section("")]),
    "no more than 10 items allowed [json-pointer:/blocks/0/fields]": ([fields(10)], [fields(11)]),
    "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]": (
        [fields(1, 2000)],
        [fields(1, 2001)],
    ),
    "must be less than 151 characters [json-pointer:/blocks/0/text/text]": (
        [header("x" * 150)],
        [header("x" * 151)],
    ),
    "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]": (
        [pressable(text=plain("x" * 75))],
        [pressable(text=plain("x" * 76))],
    ),
    "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]": (
        [pressable(value="x" * 2000)],
        [pressable(value="x" * 2001)],
    ),
    "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]": (
        [pressable(action_id="x" * 255)],
        [pressable(action_id="x" * 256)],
    ),
    "must be less than 256 characters [json-pointer:/blocks/0/block_id]": (
        [section(block_id="x" * 255)],
        [section(block_id="x" * 256)],
    ),
    "no more than 25 items allowed [json-pointer:/blocks/0/elements]": (
        [actions(*(button(str(number)) for number in range(25)))],
        [actions(*(button(str(number)) for number in range(26)))],
    ),
    "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]": ([actions(button("a"))], [actions()]),
    "no more than 10 items allowed [json-pointer:/blocks/0/elements]": ([context(10)], [context(11)]),
    "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]": (
        [actions(menu("static_select", 100))],
        [actions(menu("static_select", 101))],
    ),
    "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]": (
        [actions(menu("overflow", 5))],
        [actions(menu("overflow", 6))],
    ),
    "no fewer than 1 items allowed [json-pointer:/blocks/0/elements/0/options]": (
        [actions(menu("overflow", 1))],
        [actions(menu("overflow", 0))],
    ),
    "no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]": (
        [section(accessory=menu("checkboxes", 10))],
        [section(accessory=menu("checkboxes", 11))],
    ),
    "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]": (
        [actions(menu("overflow", 0, options=[option(text="x" * 75)]))],
        [actions(menu("overflow", 0, options=[option(text="x" * 76)]))],
    ),
    "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]": (
        [header("x")],
        [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
    ),
    "unsupported type: fancy [json-pointer:/blocks/0/type]": ([{"type": "divider"}], [{"type": "fancy"}]),
    "unsupported type: input [json-pointer:/blocks/0/type]": (
        [section()],
        [{"type": "input", "label": plain("x"), "element": {"type": "plain_text_input"}}],
    ),
    "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]": (
        [actions(button("a"))],
        [actions({"type": "plain_text_input", "action_id": "a"})],
    ),
    "invalid additional property: colour [json-pointer:/blocks/0]": ([section()], [section(colour="red")]),
    "missing required field: text [json-pointer:/blocks/0]": ([section()], [{"type": "section"}]),
    "missing required field: text [json-pointer:/blocks/0/elements/0]": (
        [actions(button("a"))],
        [actions({"type": "button", "action_id": "a"})],
    ),
    "`block_id` `b` already exists [json-pointer:/blocks/1/block_id]": (
        [section(block_id="a"), section(block_id="b")],
        [section(block_id="b"), section(block_id="b")],
    ),
    "`action_id` `a` already exists [json-pointer:/blocks/0/elements/1/action_id]": (
        [actions(button("a")), actions(button("a"), block_id="second")],
        [actions(button("a"), button("a"))],
    ),
    "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]": (
        [pressable(style="danger")],
        [pressable(style="huge")],
    ),
    "must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]": (
        [actions({"type": "datepicker", "initial_date": "2026-12-04"})],
        [actions({"type": "datepicker", "initial_date": "12/4"})],
    ),
    "must be a time as HH:mm [json-pointer:/blocks/0/elements/0/initial_time]": (
        [actions({"type": "timepicker", "initial_time": "09:00"})],
        [actions({"type": "timepicker", "initial_time": "24:00"})],
    ),
    "initial options must be among the options [json-pointer:/blocks/0/elements/0]": (
        [actions(menu("static_select", 2, initial_option=option("1")))],
        [actions(menu("static_select", 2, initial_option=option("1", "another text")))],
    ),
    "`options` and `option_groups` cannot both be specified [json-pointer:/blocks/0/elements/0]": (
        [actions(menu("static_select", 1))],
        [actions(menu("static_select", 1, option_groups=[{"label": plain("x"), "options": [option()]}]))],
    ),
    "`options` or `option_groups` must be specified [json-pointer:/blocks/0/elements/0]": (
        [actions({"type": "static_select", "option_groups": [{"label": plain("x"), "options": [option()]}]})],
        [actions({"type": "static_select"})],
    ),
}


@pytest.mark.parametrize("problem", AT_THE_LIMIT)
def test_what_is_at_the_limit_passes_and_what_is_beyond_is_refused(problem: str) -> None:
    within, beyond = AT_THE_LIMIT[problem]
    assert check_message(within) == within
    with pytest.raises(Refusal) as refusal:
        check_message(beyond)
    assert refusal.value.error == "invalid_blocks"
    assert problem in refusal.value.details["errors"]


async def test_the_answer_names_the_problem_twice_as_slack_does(world: World) -> None:
    call = world.bot.chat_postMessage(channel=world.general.id, text="x", blocks=[header("")])
    answer = await refused(call)
    problem = "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == [problem]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {problem}"]
    assert world.slack.messages(world.general) == []


async def test_blocks_that_are_no_list_have_the_wrong_format(world: World) -> None:
    for blocks in ('{"type": "divider"}', "nonsense"):
        call = world.bot.api_call("chat.postMessage", json={"channel": world.general.id, "blocks": blocks})
        assert (await refused(call))["error"] == "invalid_blocks_format"


def test_markdown_is_limited_over_all_blocks() -> None:
    block = {"type": "markdown", "text": "x" * 6000}
    assert check_message([block, block])
    with pytest.raises(Refusal, match="msg_blocks_too_long"):
        check_message([block, block, {"type": "markdown", "text": "x"}])


def test_every_block_of_a_message_is_known() -> None:
    image = {"type": "image", "image_url": "https://a.example/x.png", "alt_text": "x"}
    text: Json = {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}
    assert check_message(
        [
            image | {"title": plain("x")},
            section(accessory=image),
            {"type": "context", "elements": [image, {"type": "mrkdwn", "text": "x"}]},
            {"type": "rich_text", "elements": [text]},
            {"type": "divider"},
            section(accessory={"type": "multi_users_select", "action_id": "a", "max_selected_items": 3}),
            actions(
                {"type": "datepicker", "initial_date": "2026-12-04", "placeholder": plain("x")},
                {"type": "timepicker", "initial_time": "17:00"},
                {"type": "datetimepicker"},
                {"type": "users_select"},
                {"type": "channels_select"},
                {"type": "conversations_select", "filter": {"include": ["public"]}},
                {"type": "radio_buttons", "options": [option()]},
                button("sure", "1")
                | {
                    "confirm": {
                        "title": plain("x"),
                        "text": {"type": "mrkdwn", "text": "x"},
                        "confirm": plain("y"),
                        "deny": plain("n"),
                    }
                },
            ),
        ]
    )
