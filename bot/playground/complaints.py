"""What Slack itself says of an input before the app hears of it."""

import re
from decimal import Decimal, InvalidOperation

from .blocks import Json, elements_of
from .inputs import Values, is_empty

REQUIRED = "Please complete this required field."
LONGEST_INPUT = 3000
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def complaints(blocks: list[Json], values: Values) -> dict[str, str]:
    """By block_id; nothing where everything is well."""
    inputs = [block for block in blocks if block["type"] == "input"]
    found = {block["block_id"]: _complaint(block, values) for block in inputs}
    return {block_id: complaint for block_id, complaint in found.items() if complaint}


def _complaint(block: Json, values: Values) -> str | None:
    element = elements_of(block)[0]
    value = values[block["block_id"]][element["action_id"]]
    if is_empty(value):
        return None if block.get("optional") else REQUIRED
    check = CHECKS.get(element["type"])
    return check(element, value["value"]) if check else None


def _text(element: Json, text: str) -> str | None:
    most, least = element.get("max_length", LONGEST_INPUT), element.get("min_length", 0)
    if len(text) > most:
        return f"Please enter at most {most} characters."
    return f"Please enter at least {least} characters." if len(text) < least else None


def _number(element: Json, text: str) -> str | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return "Please enter a number."
    if not number.is_finite() or (not element["is_decimal_allowed"] and number % 1):
        return "Please enter a whole number."
    if "min_value" in element and number < Decimal(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and number > Decimal(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return None


def _email(_element: Json, text: str) -> str | None:
    return None if EMAIL.fullmatch(text) else "Please enter a valid email address."


def _url(_element: Json, text: str) -> str | None:
    return None if WEB_ADDRESS.fullmatch(text) else "Please enter a valid URL."


CHECKS = {
    "plain_text_input": _text,
    "number_input": _number,
    "email_text_input": _email,
    "url_text_input": _url,
}
