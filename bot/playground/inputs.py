"""What stands in the inputs of a form or message: initial values, and what people enter."""

from typing import Any

from .blocks import Json, interactive, options_of
from .limits import is_option

# element type → (key of its value in the state, key of its initial value)
FIELDS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "file_input": ("files", ""),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
}
BUTTONS = ("button", "workflow_button", "icon_button", "feedback_buttons")
STATELESS = (*BUTTONS, "overflow", "image")
OPTIONS = ("selected_option", "selected_options")

Values = dict[str, dict[str, Json]]


def initial(blocks: list[Json]) -> Values:
    """`state.values` of a form nobody has touched."""
    values: Values = {}
    for block, element in interactive(blocks):
        if element["type"] in FIELDS and element["type"] not in STATELESS:
            values.setdefault(block["block_id"], {})[element["action_id"]] = _initial(element)
    return values


def kept(blocks: list[Json], entered: Values) -> Values:
    """The state after an update: what was entered stays where block_id, action_id and type are the same."""
    values = initial(blocks)
    for block_id, actions in values.items():
        for action_id, fresh in actions.items():
            before = entered.get(block_id, {}).get(action_id)
            if before is not None and before["type"] == fresh["type"]:
                actions[action_id] = before
    return values


def value_of(element: Json, entered: Any) -> Json:
    """What stands in the element once this is entered; raises LookupError for no such choice."""
    key, _ = FIELDS[element["type"]]
    if key == "selected_option" and entered is not None:
        entered = _option(element, entered)
    if key == "selected_options":
        entered = [_option(element, one) for one in entered or []]
    if key == "value":
        entered = str(entered) if entered not in (None, "") else None
    return {"type": element["type"], key: entered}


def is_empty(value: Json) -> bool:
    return not any(content for key, content in value.items() if key != "type")


def _initial(element: Json) -> Json:
    key, initial_key = FIELDS[element["type"]]
    nothing: Any = [] if key.endswith("s") else None
    return {"type": element["type"], key: element.get(initial_key, nothing)}


def _option(element: Json, wanted: Any) -> Json:
    """By its value or its text; one given whole by its value, unless the app finds them as one types."""
    if element["type"].endswith("external_select") and isinstance(wanted, dict) and is_option(wanted):
        return wanted
    value = wanted["value"] if isinstance(wanted, dict) else wanted
    for option in options_of(element):
        if value in (option.get("value"), option["text"]["text"]):
            return option
    raise LookupError(f"{element.get('action_id')} has no option {value!r}")
