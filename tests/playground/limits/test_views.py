"""Views at the limit pass and beyond it are refused."""

import pytest

from bot.playground import Refusal
from bot.playground.limits import check_view
from tests.playground.conftest import World, refused
from tests.playground.sample_app import Json, form, plain, text_input

DIVIDER: Json = {"type": "divider"}

AT_THE_LIMIT: dict[str, tuple[Json, Json]] = {
    "no more than 100 items allowed [json-pointer:/view/blocks]": (
        form(blocks=[DIVIDER] * 100),
        form(blocks=[DIVIDER] * 101),
    ),
    "must be less than 25 characters [json-pointer:/view/title/text]": (form("x" * 24), form("x" * 25)),
    "must be less than 25 characters [json-pointer:/view/submit/text]": (
        form(submit=plain("x" * 24)),
        form(submit=plain("x" * 25)),
    ),
    "must be less than 25 characters [json-pointer:/view/close/text]": (
        form(close=plain("x" * 24)),
        form(close=plain("x" * 25)),
    ),
    "must be less than 3001 characters [json-pointer:/view/private_metadata]": (
        form(private_metadata="x" * 3000),
        form(private_metadata="x" * 3001),
    ),
    "must be less than 256 characters [json-pointer:/view/callback_id]": (
        form(callback_id="x" * 255),
        form(callback_id="x" * 256),
    ),
    "must be less than 3001 characters [json-pointer:/view/blocks/0/element/initial_value]": (
        form(blocks=[text_input("a", initial_value="x" * 3000)]),
        form(blocks=[text_input("a", initial_value="x" * 3001)]),
    ),
    "unsupported type: mrkdwn [json-pointer:/view/title/type]": (
        form(),
        form() | {"title": {"type": "mrkdwn", "text": "x"}},
    ),
    "must be more than 0 characters [json-pointer:/view/blocks/0/label/text]": (
        form(blocks=[text_input("a")]),
        form(blocks=[text_input("a") | {"label": plain("")}]),
    ),
    "unsupported type: button [json-pointer:/view/blocks/0/element/type]": (
        form(blocks=[text_input("a")]),
        form(blocks=[text_input("a", type="button")]),
    ),
    "invalid additional property: submit_disabled [json-pointer:/view]": (
        form(clear_on_close=True),
        form(submit_disabled=True),
    ),
    "missing required field: title [json-pointer:/view]": (
        form(),
        {key: value for key, value in form().items() if key != "title"},
    ),
    "missing required field: submit [json-pointer:/view]": (
        {"type": "modal", "title": plain("x"), "blocks": [DIVIDER]},
        {"type": "modal", "title": plain("x"), "blocks": [text_input("a")]},
    ),
    "`block_id` `a` already exists [json-pointer:/view/blocks/1/block_id]": (
        form(blocks=[text_input("a"), text_input("b")]),
        form(blocks=[text_input("a"), text_input("a")]),
    ),
    "unsupported type: home [json-pointer:/view/type]": (form(), {"type": "home", "blocks": []}),
}


@pytest.mark.parametrize("problem", AT_THE_LIMIT)
def test_what_is_at_the_limit_passes_and_what_is_beyond_is_refused(problem: str) -> None:
    within, beyond = AT_THE_LIMIT[problem]
    assert check_view(within) == within
    with pytest.raises(Refusal) as refusal:
        check_view(beyond)
    assert refusal.value.error == "invalid_arguments"
    assert f"[ERROR] {problem}" in refusal.value.details["response_metadata"]["messages"]


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    section = {"type": "section", "text": plain("あ" * 2900)}
    assert check_view(form(blocks=[section] * 25))
    with pytest.raises(Refusal, match="view_too_large"):
        check_view(form(blocks=[section] * 30))


async def test_a_refused_form_does_not_open(world: World) -> None:
    trigger = world.slack.core.triggers.make(world.suzuki.id)
    answer = await refused(world.bot.views_open(trigger_id=trigger, view=form("x" * 25)))
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    assert world.hand.view is None
