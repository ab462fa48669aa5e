"""Forms: views within Slack's limits, what travels in them, what comes back."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ConversationFilter,
    ConversationSelectElement,
    DatePickerElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    OptionGroup,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
    UserMultiSelectElement,
    UserSelectElement,
)

from . import blocks, markup
from .texts import Texts

VIEW_BLOCKS = 100
TITLE_LIMIT = 24
INPUT_LIMIT = 3000
METADATA_LIMIT = 3000
FIELD = "input"
"""The action id of every input: its block id is its name."""

VALUES = (
    "value",
    "selected_date",
    "selected_time",
    "selected_user",
    "selected_users",
    "selected_conversation",
)
"""Where each kind of input has what was entered, beside those with options."""

Payload = dict[str, Any]


def form(
    callback_id: str, title: str, submit: str, close: str, fields: Sequence[Block], **carried: object
) -> Payload:
    """What is carried comes back with the submission. Raises ValueError for what Slack would refuse."""
    return {
        **_view(title, close, fields),
        "callback_id": callback_id,
        "submit": _label(submit),
        "private_metadata": _metadata(carried),
    }


def carrying(view: Payload, **more: object) -> Payload:
    """The same view, which carries more."""
    return {**view, "private_metadata": _metadata({**carried(view), **more})}


def notice(title: str, close: str, shown: Sequence[Block], **carried: object) -> Payload:
    """A view without anything to send; what is carried comes back with its buttons."""
    return _view(title, close, shown) | ({"private_metadata": _metadata(carried)} if carried else {})


def text_input(
    name: str, label: str, value: str = "", limit: int = INPUT_LIMIT, multiline: bool = False, **more: Any
) -> InputBlock:
    element = PlainTextInputElement(
        action_id=FIELD,
        initial_value=markup.clip(value, limit) or None,
        max_length=limit,
        multiline=multiline,
    )
    return field(name, label, element, **more)


def date_input(name: str, label: str, value: date | None, **more: Any) -> InputBlock:
    element = DatePickerElement(action_id=FIELD, initial_date=value.isoformat() if value else None)
    return field(name, label, element, **more)


def time_input(name: str, label: str, value: time | None, **more: Any) -> InputBlock:
    element = TimePickerElement(action_id=FIELD, initial_time=f"{value:%H:%M}" if value else None)
    return field(name, label, element, **more)


def person_input(name: str, label: str, person_id: str, **more: Any) -> InputBlock:
    return field(name, label, UserSelectElement(action_id=FIELD, initial_user=person_id or None), **more)


def people_input(name: str, label: str, person_ids: Sequence[str], **more: Any) -> InputBlock:
    element = UserMultiSelectElement(action_id=FIELD, initial_users=list(person_ids) or None)
    return field(name, label, element, **more)


def tick_input(name: str, label: str, text: str, value: str) -> InputBlock:
    """One box, ticked; [value] comes back, or nothing."""
    box = blocks.option(text, value)
    element = CheckboxesElement(action_id=FIELD, options=[box], initial_options=[box])
    return field(name, label, element, optional=True)


def place_input(name: str, label: str, channel_id: str, **more: Any) -> InputBlock:
    """A channel or a conversation."""
    element = ConversationSelectElement(
        action_id=FIELD,
        initial_conversation=channel_id or None,
        filter=ConversationFilter(include=["public", "private", "im", "mpim"], exclude_bot_users=False),
    )
    return field(name, label, element, **more)


def options(choices: Mapping[str, str]) -> list[Option]:
    """From the texts by value."""
    return [Option(text=text, value=value) for value, text in choices.items()]


def choice_input(
    name: str, label: str, options: Sequence[Option], chosen: str | None, **more: Any
) -> InputBlock:
    """A menu; `chosen` is the value it begins with."""
    initial = next((option for option in options if option.value == chosen), None)
    element = StaticSelectElement(action_id=FIELD, options=options, initial_option=initial)
    return field(name, label, element, **more)


def grouped_input(
    name: str, label: str, groups: Mapping[str, Mapping[str, str]], chosen: str, **more: Any
) -> InputBlock:
    """A long menu that can be searched; `groups` are texts by value, at most a hundred, by their label."""
    its = [OptionGroup(label=label, options=options(choices)) for label, choices in groups.items()]
    text = next((choices[chosen] for choices in groups.values() if chosen in choices), None)
    initial = Option(text=text, value=chosen) if text else None
    element = StaticSelectElement(action_id=FIELD, option_groups=its, initial_option=initial)
    return field(name, label, element, **more)


def ticks_input(name: str, label: str, choices: Mapping[str, str], ticked: Collection[str]) -> InputBlock:
    """Boxes of which any may be ticked; at most ten texts by value."""
    its = options(choices)
    initial = [option for option in its if option.value in ticked]
    element = CheckboxesElement(action_id=FIELD, options=its, initial_options=initial or None)
    return field(name, label, element, optional=True)


def radio_input(name: str, label: str, options: Sequence[Option], chosen: str) -> InputBlock:
    """All choices at one glance; at most ten."""
    initial = next(option for option in options if option.value == chosen)
    return field(name, label, RadioButtonsElement(action_id=FIELD, options=options, initial_option=initial))


def channel_input(channel_id: str, texts: Texts) -> list[Block]:
    """Where to keep it, asked first when the form was opened from nowhere in particular."""
    if channel_id:
        return []
    element = ConversationSelectElement(
        action_id=FIELD,
        default_to_current_conversation=True,
        filter=ConversationFilter(include=["public", "private", "im", "mpim"], exclude_bot_users=False),
    )
    return [field("channel", texts("form.channel"), element)]


def field(
    name: str, label: str, element: InputInteractiveElement, *, optional: bool = False, hint: str = ""
) -> InputBlock:
    return InputBlock(block_id=name, label=label, element=element, optional=optional, hint=hint or None)


def carried(view: Payload) -> dict[str, Any]:
    """What the form was opened with."""
    found: dict[str, Any] = json.loads(view.get("private_metadata") or "{}")
    return found


def given(view: Payload) -> dict[str, Any]:
    """The value of each field by its name; None for one left empty."""
    values = view["state"]["values"]
    return {name: _value(states[FIELD]) for name, states in values.items() if FIELD in states}


def _value(state: Payload) -> Any:
    if "selected_options" in state:
        return [option["value"] for option in state["selected_options"]]
    for kind in VALUES:
        if kind in state:
            return state[kind]
    return (state.get("selected_option") or {}).get("value")


def _view(title: str, close: str, shown: Sequence[Block]) -> Payload:
    return {
        "type": "modal",
        "title": _label(title),
        "close": _label(close),
        "blocks": blocks.written(shown, VIEW_BLOCKS),
    }


def _metadata(carried: dict[str, object]) -> str:
    metadata = json.dumps(carried)
    if len(metadata) > METADATA_LIMIT:
        raise ValueError(f"a form carries {len(metadata)} characters, Slack takes {METADATA_LIMIT}")
    return metadata


def _label(text: str) -> Payload:
    if not text.strip():
        raise ValueError("a form without a title or a label")
    return {"type": "plain_text", "text": markup.clip(text, TITLE_LIMIT)}
