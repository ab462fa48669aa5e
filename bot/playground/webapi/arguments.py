"""The arguments of a call, whichever way they came: query, form or JSON."""

import json
from collections.abc import Mapping
from typing import Any

from ..errors import Refusal


class Arguments:
    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def __contains__(self, name: str) -> bool:
        return self._given.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self._given.get(name)
        return default if value is None else str(value)

    def flag(self, name: str, default: bool = False) -> bool:
        value = self._given.get(name)
        return default if value is None else str(value).lower() in ("1", "true")

    def number(self, name: str, default: int, most: int) -> int:
        try:
            number = int(self.text(name) or default)
        except ValueError:
            raise Refusal("invalid_limit") from None
        if not 1 <= number <= most:
            raise Refusal("invalid_limit")
        return number

    def structure(self, name: str) -> Any:
        """A list or object; forms carry it as JSON text. None when it was not given."""
        value = self._given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refusal(f"invalid_{name}_format" if name == "blocks" else "invalid_arguments") from None

    def names(self, name: str) -> list[str]:
        """A list given as such or separated by commas."""
        value = self._given.get(name)
        parts = map(str, value) if isinstance(value, list) else str(value or "").split(",")
        return [part.strip() for part in parts if part.strip()]
