"""Forms keep within Slack's limits, and what is typed into them comes back."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    Option,
    RadioButtonsElement,
    StaticSelectElement,
    UserSelectElement,
)

from bot.platform import blocks, forms
from bot.platform.markup import Mrkdwn
from bot.playground.limits import check_view

SAYING = st.text(min_size=1).filter(lambda text: bool(text.strip()))
OPTIONS = [Option(text="Normal", value="normal"), Option(text="High", value="high")]


def form(*fields: Block, title: str = "Keep a memo", **carried: object) -> dict[str, Any]:
    return forms.form("memos.create", title, "Save", "Cancel", fields, **carried)


def submitted(view: dict[str, Any], **states: Any) -> dict[str, Any]:
    """The view as Slack sends it back, with each field's state by its name."""
    return {**view, "state": {"values": {name: {forms.FIELD: state} for name, state in states.items()}}}


@given(SAYING, st.text(), st.integers(min_value=0, max_value=4000))
def test_any_title_label_and_text_pass(short: str, long: str, times: int) -> None:
    text = (long * times)[:50_000]
    view = form(
        forms.text_input("text", short[:150], text, multiline=True, hint=short[:150]),
        forms.date_input("day", short[:150], date(2026, 12, 4), optional=True),
        forms.time_input("at", short[:150], time(17), optional=True),
        title=short,
    )
    check_view(view)


@pytest.mark.parametrize(
    "field",
    [
        forms.text_input("x", "Text"),
        forms.date_input("x", "Day", None),
        forms.time_input("x", "At", None),
        forms.field("x", "Who", UserSelectElement(action_id=forms.FIELD, initial_user=None)),
        forms.people_input("x", "Who", []),
        forms.field("x", "How", StaticSelectElement(action_id=forms.FIELD, options=OPTIONS)),
        forms.field("x", "How", RadioButtonsElement(action_id=forms.FIELD, options=OPTIONS)),
        forms.field("x", "What", CheckboxesElement(action_id=forms.FIELD, options=OPTIONS), hint="any"),
    ],
)
def test_an_empty_field_of_every_kind_passes(field: Block) -> None:
    check_view(form(field))


def test_a_notice_needs_nothing_to_send() -> None:
    check_view(forms.notice("Memo", "Close", [blocks.section(Mrkdwn("kept"))]))


def test_a_text_longer_than_its_input_is_cut_to_what_the_input_takes() -> None:
    element = forms.text_input("text", "Text", "あ" * 300, limit=200).to_dict()["element"]
    assert len(element["initial_value"]) == element["max_length"] == 200


def test_a_long_title_is_cut() -> None:
    assert form(forms.text_input("x", "Text"), title="あ" * 30)["title"]["text"] == "あ" * 23 + "…"


def test_what_is_carried_comes_back() -> None:
    view = form(forms.text_input("x", "Text"), channel="C1", source=("1.2", None), number=7)
    assert forms.carried(view) == {"channel": "C1", "source": ["1.2", None], "number": 7}


def test_a_view_that_carries_nothing_is_read_as_such() -> None:
    assert forms.carried({"private_metadata": ""}) == {}


@pytest.mark.parametrize(
    ("state", "value"),
    [
        ({"type": "plain_text_input", "value": "決定"}, "決定"),
        ({"type": "plain_text_input", "value": None}, None),
        ({"type": "datepicker", "selected_date": "2026-12-04"}, "2026-12-04"),
        ({"type": "datepicker", "selected_date": None}, None),
        ({"type": "timepicker", "selected_time": "17:00"}, "17:00"),
        ({"type": "users_select", "selected_user": "U1"}, "U1"),
        ({"type": "users_select", "selected_user": None}, None),
        ({"type": "multi_users_select", "selected_users": ["U1", "U2"]}, ["U1", "U2"]),
        ({"type": "static_select", "selected_option": {"value": "high"}}, "high"),
        ({"type": "static_select", "selected_option": None}, None),
        ({"type": "radio_buttons", "selected_option": {"value": "high"}}, "high"),
        ({"type": "checkboxes", "selected_options": [{"value": "a"}, {"value": "b"}]}, ["a", "b"]),
        ({"type": "checkboxes", "selected_options": []}, []),
    ],
)
def test_the_value_of_every_kind_of_field_comes_back(state: dict[str, Any], value: Any) -> None:
    assert forms.given(submitted(form(forms.text_input("x", "Text")), x=state)) == {"x": value}


def test_what_is_no_field_of_ours_is_left_out() -> None:
    view = {"state": {"values": {"x": {"other": {"type": "plain_text_input", "value": "y"}}}}}
    assert forms.given(view) == {}


REFUSED = {
    "two fields of one name": lambda: form(forms.text_input("x", "Text"), forms.text_input("x", "Text")),
    "a field without a label": lambda: form(forms.text_input("x", "")),
    "too many blocks": lambda: form(*(forms.text_input(f"x{n}", "Text") for n in range(101))),
    "an empty title": lambda: form(forms.text_input("x", "Text"), title=""),
    "more carried than fits": lambda: form(forms.text_input("x", "Text"), words="x" * 3000),
}


@pytest.mark.parametrize("build", REFUSED.values(), ids=REFUSED)
def test_what_slack_refuses_is_refused_here(build: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        build()


def test_as_much_as_fits_may_be_carried() -> None:
    room = 3000 - len(json.dumps({"words": ""}))
    check_view(form(forms.text_input("x", "Text"), words="x" * room))
