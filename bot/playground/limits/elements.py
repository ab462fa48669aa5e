"""The elements that stand in blocks: buttons, menus, inputs."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..blocks import options_of
from .rules import Problem, Rule, anything, choice, flag, items, pattern, shape, string, then, whole_number
from .texts import CONFIRM, GROUP, ID, PLAIN_OPTION, RICH_OPTION, TYPE, plain

COMMON: Mapping[str, Rule] = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": flag}
PLACEHOLDER: Mapping[str, Rule] = {"placeholder": plain(150)}
MENU: Mapping[str, Rule] = {**COMMON, **PLACEHOLDER}
MANY: Mapping[str, Rule] = {**MENU, "max_selected_items": whole_number}
IDS = items(string(255), 100)
FILTER = shape(
    {},
    {"include": anything, "exclude_external_shared_channels": flag, "exclude_bot_users": flag},
)
CONVERSATIONS: Mapping[str, Rule] = {"default_to_current_conversation": flag, "filter": FILTER}
RESPONSE_URL: Mapping[str, Rule] = {"response_url_enabled": flag}
STATIC: Mapping[str, Rule] = {"options": items(PLAIN_OPTION, 100), "option_groups": items(GROUP, 100)}
TYPED: Mapping[str, Rule] = {
    "action_id": ID,
    "focus_on_load": flag,
    **PLACEHOLDER,
    "dispatch_action_config": anything,
}


def _element(required: Mapping[str, Rule] | None = None, optional: Mapping[str, Rule] | None = None) -> Rule:
    return shape({"type": TYPE, **(required or {})}, optional)


def _has_options(element: Any, pointer: str) -> Iterator[Problem]:
    given = {"options", "option_groups"} & element.keys()
    if not given:
        yield Problem("`options` or `option_groups` must be specified", pointer)
    if len(given) == 2:
        yield Problem("`options` and `option_groups` cannot both be specified", pointer)


def _begins_with_its_own(element: Any, pointer: str) -> Iterator[Problem]:
    """What is chosen at first must be one of the options, to the letter."""
    known = [_told(option) for option in options_of(element)]
    chosen = [*element.get("initial_options", []), *filter(None, [element.get("initial_option")])]
    if any(_told(option) not in known for option in chosen):
        yield Problem("initial options must be among the options", pointer)


def _told(option: Any) -> tuple[Any, Any, Any]:
    description = option.get("description") or {}
    return option["text"]["text"], option["value"], description.get("text")


BUTTON = _element(
    {"text": plain(75)},
    {
        "action_id": ID,
        "value": string(2000),
        "url": string(3000),
        "style": choice("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)
WORKFLOW_BUTTON = _element(
    {"text": plain(75), "workflow": anything},
    {"action_id": ID, "style": choice("primary", "danger"), "accessibility_label": string(75)},
)
IMAGE = _element({"alt_text": string(2000)}, {"image_url": string(3000), "slack_file": anything})
OVERFLOW = _element({"options": items(PLAIN_OPTION, 5)}, {"action_id": ID, "confirm": CONFIRM})
CHECKBOXES = then(
    _element({"options": items(RICH_OPTION, 10)}, {**COMMON, "initial_options": items(RICH_OPTION, 10)}),
    _begins_with_its_own,
)
RADIO_BUTTONS = then(
    _element({"options": items(RICH_OPTION, 10)}, {**COMMON, "initial_option": RICH_OPTION}),
    _begins_with_its_own,
)
DATE = pattern(r"\d{4}-\d{2}-\d{2}", "a date as YYYY-MM-DD")
TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d", "a time as HH:mm")

PICKERS: dict[str, Rule] = {
    "datepicker": _element(optional={**MENU, "initial_date": DATE}),
    "timepicker": _element(optional={**MENU, "initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": _element(optional={**COMMON, "initial_date_time": whole_number}),
}
MENUS: dict[str, Rule] = {
    "static_select": then(
        _element(optional={**MENU, **STATIC, "initial_option": PLAIN_OPTION}),
        _has_options,
        _begins_with_its_own,
    ),
    "external_select": _element(
        optional={**MENU, "initial_option": PLAIN_OPTION, "min_query_length": whole_number}
    ),
    "users_select": _element(optional={**MENU, "initial_user": string(255)}),
    "conversations_select": _element(
        optional={**MENU, **CONVERSATIONS, **RESPONSE_URL, "initial_conversation": string(255)}
    ),
    "channels_select": _element(optional={**MENU, **RESPONSE_URL, "initial_channel": string(255)}),
}
MULTI_MENUS: dict[str, Rule] = {
    "multi_static_select": then(
        _element(optional={**MANY, **STATIC, "initial_options": items(PLAIN_OPTION, 100)}),
        _has_options,
        _begins_with_its_own,
    ),
    "multi_external_select": _element(
        optional={**MANY, "initial_options": items(PLAIN_OPTION, 100), "min_query_length": whole_number}
    ),
    "multi_users_select": _element(optional={**MANY, "initial_users": IDS}),
    "multi_conversations_select": _element(optional={**MANY, **CONVERSATIONS, "initial_conversations": IDS}),
    "multi_channels_select": _element(optional={**MANY, "initial_channels": IDS}),
}
INPUTS: dict[str, Rule] = {
    "plain_text_input": _element(
        optional={
            **TYPED,
            "initial_value": string(3000, least=0),
            "multiline": flag,
            "min_length": whole_number,
            "max_length": whole_number,
        }
    ),
    "email_text_input": _element(optional={**TYPED, "initial_value": string(3000)}),
    "url_text_input": _element(optional={**TYPED, "initial_value": string(3000)}),
    "number_input": _element(
        {"is_decimal_allowed": flag},
        {**TYPED, "initial_value": string(255), "min_value": string(255), "max_value": string(255)},
    ),
    "rich_text_input": _element(optional={**TYPED, "initial_value": anything}),
    "file_input": _element(optional={"action_id": ID, "filetypes": anything, "max_files": whole_number}),
}

CHOICES: dict[str, Rule] = {"checkboxes": CHECKBOXES, "radio_buttons": RADIO_BUTTONS}
PRESSED: dict[str, Rule] = {"button": BUTTON, "overflow": OVERFLOW, "workflow_button": WORKFLOW_BUTTON}
IN_ACTIONS: dict[str, Rule] = {**PRESSED, **CHOICES, **PICKERS, **MENUS}
IN_SECTION: dict[str, Rule] = {
    **PRESSED,
    **CHOICES,
    **MENUS,
    **MULTI_MENUS,
    "datepicker": PICKERS["datepicker"],
    "timepicker": PICKERS["timepicker"],
    "image": IMAGE,
}
IN_INPUT: dict[str, Rule] = {**CHOICES, **PICKERS, **MENUS, **MULTI_MENUS, **INPUTS}
