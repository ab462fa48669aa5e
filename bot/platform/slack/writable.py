"""What no database and no wire can take, out of whatever came from Slack: NUL, and half a character."""

from __future__ import annotations

import re
from typing import Any

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def make_writable(found: Any) -> Any:
    """The same; lists and objects are changed where they stand."""
    if isinstance(found, str):
        return _UNWRITABLE.sub("", found) if _UNWRITABLE.search(found) else found
    if isinstance(found, dict | list):
        for key, value in list(found.items() if isinstance(found, dict) else enumerate(found)):
            found[key] = make_writable(value)
    return found
