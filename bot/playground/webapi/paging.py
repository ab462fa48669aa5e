"""Pages of a list, found again by an opaque cursor."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any, TypeVar

from ..errors import Refusal
from .arguments import Arguments

Item = TypeVar("Item")


def page(
    items: Sequence[Item], arguments: Arguments, default: int = 100, most: int = 1000
) -> tuple[list[Item], dict[str, Any]]:
    """The items of this page, and the part of the answer that leads to the next."""
    limit = arguments.number("limit", default, most)
    start = _start(arguments.text("cursor"))
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return list(items[start:end]), {"response_metadata": {"next_cursor": cursor}}


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word != "next":
            raise Refusal("invalid_cursor")
        return int(number)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise Refusal("invalid_cursor") from None
