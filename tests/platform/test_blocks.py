"""What is built passes Slack's limits; what could not pass is refused before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, Option, StaticSelectElement

from bot.platform import blocks, blocks_json, forms, markup
from bot.platform.blocks import Message
from bot.platform.markup import Mrkdwn
from bot.playground.limits import check_message, check_update

SAYING = st.text(min_size=1).filter(lambda text: bool(text.strip()))
LONG = st.builds(
    "".join, st.lists(st.sampled_from(["&", "<!channel>", "会議", "a ", "\n", "https://a.example "]))
)
MANY = st.builds(lambda text, times: text * times, LONG, st.integers(min_value=1, max_value=400))


def payload(*shown: Block, text: str = "text") -> dict[str, object]:
    return Message(text, shown).payload()


def shown_of(text: str, room: int) -> str:
    return "".join(block.to_dict()["text"]["text"] for block in blocks.paragraphs(text, room))


@given(SAYING, MANY)
def test_any_text_passes_as_every_kind_of_block(short: str, long: str) -> None:
    written = payload(
        blocks.header(short),
        blocks.section(markup.escape(markup.clip(short, 500)), blocks.button(short, "a.press", "1")),
        blocks.context(markup.escape(markup.clip(short, 300))),
        blocks.fields(markup.bold(markup.clip(short, 300)), Mrkdwn("x")),
        blocks.section(Mrkdwn("x"), blocks.menu("a.menu", [(short, "1"), (short, "2")])),
        blocks.divider(),
        *blocks.paragraphs(long),
        text=long,
    )
    check_message(written["blocks"])
    check_update(str(written["text"]))


@given(SAYING)
def test_what_is_written_is_what_the_sdk_writes(short: str) -> None:
    choices = [blocks.option(short, "1"), blocks.option(short, "2", "https://a.example")]
    shown = [
        blocks.header(short),
        blocks.section(
            Mrkdwn("*x*"), blocks.menu("a.menu", [(short, "1"), (short, "2", "https://a.example")])
        ),
        blocks.fields(Mrkdwn("x"), Mrkdwn("y")),
        blocks.actions(blocks.button(short, "a.press", "1", "primary"), blocks.button(short, "a.pull", "")),
        blocks.ticks("ticked", "a.tick", choices, choices[:1]),
        blocks.divider(),
        forms.text_input("text", short[:99], short, hint="hint", optional=True),
        forms.date_input("day", "Day", date(2026, 11, 25)),
        forms.time_input("time", "Time", None),
        forms.place_input("place", "Place", "C1"),
        forms.people_input("people", "People", ["U1", "U2"]),
        forms.tick_input("tick", "Tick", short, "1"),
        forms.choice_input("choice", "Choice", choices, "2"),
        forms.grouped_input("group", "Group", {"One": {"1": "first"}, "Two": {"2": "second"}}, "2"),
        forms.radio_input("radio", "Radio", choices[:1], "1"),
    ]
    assert blocks_json.written(shown) == [block.to_dict() for block in shown]


@given(MANY)
def test_paragraphs_hold_the_whole_text(text: str) -> None:
    assert "".join(shown_of(text, room=1_000_000).split()) == "".join(markup.escape(text).split())


def test_paragraphs_end_where_their_room_ends() -> None:
    shown = shown_of("&" * 5000, room=9000)
    assert len(shown) <= 9000
    assert shown.endswith("&amp;…")


def test_the_longest_source_fits_into_one_message() -> None:
    check_message(payload(*blocks.paragraphs("&" * 40_000))["blocks"])


def test_the_text_of_a_notification_pings_nobody() -> None:
    assert payload(blocks.divider(), text="<!channel>")["text"] == "&lt;!channel&gt;"


def test_an_answer_is_ephemeral_and_says_the_same() -> None:
    message = Message("text", [blocks.divider()])
    answer = message.answer()
    assert answer == {"text": "text", "blocks": message.payload()["blocks"], "response_type": "ephemeral"}


def test_nothing_posted_unfurls() -> None:
    written = payload(blocks.divider())
    assert (written["unfurl_links"], written["unfurl_media"]) == (False, False)


def test_sections_leave_names_such_as_here_alone() -> None:
    assert blocks.section(Mrkdwn("@here")).to_dict()["text"]["verbatim"] is True


def test_labels_are_cut_to_what_a_button_holds() -> None:
    assert blocks.button("あ" * 76, "a.press", "1").to_dict()["text"]["text"] == "あ" * 74 + "…"


def named(name: str) -> Block:
    block = blocks.divider()
    block.block_id = name
    return block


REFUSED: dict[str, Sequence[Block]] = {
    "too many blocks": [blocks.divider()] * 51,
    "the same block id twice": [named("a"), named("a")],
    "the same action id twice in a row": [
        blocks.actions(blocks.button("x", "a.press", "1"), blocks.button("y", "a.press", "2"))
    ],
    "a button without a label": [blocks.actions(blocks.button("", "a.press", "1"))],
    "a button with a label of spaces": [blocks.actions(blocks.button("  ", "a.press", "1"))],
    "a button with too long a value": [blocks.actions(blocks.button("x", "a.press", "1" * 2001))],
    "a row without buttons": [blocks.actions()],
    "too many buttons in a row": [
        blocks.actions(*(blocks.button("x", f"a.press{n}", "1") for n in range(26)))
    ],
    "an empty section": [blocks.section(Mrkdwn(""))],
    "a section of spaces": [blocks.section(Mrkdwn(" \n"))],
    "too long a section": [blocks.section(Mrkdwn("x" * 3001))],
    "an empty header": [blocks.header("")],
    "an empty context": [blocks.context(Mrkdwn(""))],
    "too long a context": [blocks.context(Mrkdwn("x" * 2001))],
    "too long a field": [blocks.fields(Mrkdwn("x" * 2001))],
    "too many fields": [blocks.fields(*[Mrkdwn("x")] * 11)],
    "a menu without choices": [blocks.section(Mrkdwn("x"), blocks.menu("a.menu", []))],
    "a menu with too many choices": [blocks.section(Mrkdwn("x"), blocks.menu("a.menu", [("x", "1")] * 6))],
    "a choice without a label": [blocks.section(Mrkdwn("x"), blocks.menu("a.menu", [("", "1")]))],
    "a choice with too long a value": [
        blocks.section(Mrkdwn("x"), blocks.menu("a.menu", [("x", "1" * 151)]))
    ],
    "boxes without choices": [blocks.ticks("b", "a.tick", [], [])],
    "too many boxes": [blocks.ticks("b", "a.tick", [blocks.option("x", str(n)) for n in range(11)], [])],
    "a box with too long a label": [blocks.ticks("b", "a.tick", [Option(text="x" * 76, value="1")], [])],
    "a select without choices": [
        blocks.section(Mrkdwn("x"), StaticSelectElement(action_id="a.pick", options=list[Option]()))
    ],
}


@pytest.mark.parametrize("shown", REFUSED.values(), ids=REFUSED)
def test_what_slack_refuses_is_refused_here(shown: Sequence[Block]) -> None:
    with pytest.raises((ValueError, SlackObjectFormationError)):
        blocks.written(shown, blocks.MESSAGE_BLOCKS)


def test_exactly_as_much_as_slack_takes_is_written() -> None:
    shown = [blocks.section(Mrkdwn("x" * 3000))] + [blocks.context(Mrkdwn("x" * 2000))] * 49
    check_message(blocks.written(shown, blocks.MESSAGE_BLOCKS))
