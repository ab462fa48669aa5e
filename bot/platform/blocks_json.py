"""Block Kit objects as the JSON that Slack takes.

The same as their own `to_dict`, which looks through everything an object has for what may be a check,
every time and at every depth: that took half of a request's rendering, and most of a long plan's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Option, PlainTextObject

Check = Callable[[JsonObject], None]


def written(node: Any) -> Any:
    """Raises SlackObjectFormationError for what is longer than Slack takes."""
    if isinstance(node, list | tuple):
        return [written(each) for each in node]
    if isinstance(node, str | int) or not hasattr(node, "to_dict"):
        return node
    kind: type[JsonObject] = type(node)
    for check in _checks(kind):
        check(node)
    if isinstance(node, Option):
        return _option(node)
    if kind.to_dict is not JsonObject.to_dict:
        return node.to_dict()
    values = ((name, getattr(node, name, None)) for name in sorted(node.attributes))
    return {name: written(value) for name, value in values if not _is_nothing(value)}


def _option(option: Option) -> dict[str, Any]:
    """Its parts are no attributes of it."""
    parts = {
        "text": option._text or PlainTextObject(text=""),
        "value": option.value,
        "description": option._block_description,
        "url": option.url,
    }
    return {name: written(value) for name, value in parts.items() if value}


def _is_nothing(value: object) -> bool:
    """No and zero are something."""
    return not value and not isinstance(value, int)


@cache
def _checks(kind: type[JsonObject]) -> list[Check]:
    found = (getattr(kind, name) for name in dir(kind) if not name.startswith("__"))
    return [check for check in found if callable(check) and hasattr(check, "validator")]
