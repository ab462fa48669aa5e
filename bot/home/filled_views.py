"""What the fields of the settings form hold, and what a person changed in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from ..errors import UserError
from ..platform import closing_days, forms, places
from ..platform.zones import zone_of
from ..workspaces.settings_model import ChannelSettings

POSTS = "posts"
SWITCHES = ("mentions", "memo_emoji", "task_emoji")
BY_ZONE = "zone"
"""The holidays of the country of the time zone."""

READ: Mapping[str, Callable[[str], Any]] = {
    "digest_at": time.fromisoformat,
    "weekly_day": int,
    "weekly_at": time.fromisoformat,
    "unowned_hours": int,
    "language": str,
    "zone": zone_of,
    "country": lambda value: None if value == BY_ZONE else value,
    "closing_days": lambda value: closing_days.read(value, "closing_days"),
    "opens": time.fromisoformat,
    "closes": time.fromisoformat,
}
"""From what a field holds to the setting of its name."""


def fields(its: ChannelSettings, kinds: Collection[str]) -> dict[str, Any]:
    """As the form shows them; `kinds` are on."""
    closed = its.calendar.closing_days if its.closing_days is None else its.closing_days
    return {
        POSTS: sorted(kinds),
        "digest_at": f"{its.digest_at:%H:%M}",
        "weekly_day": str(its.weekly_day),
        "weekly_at": f"{its.weekly_at:%H:%M}",
        "unowned_hours": str(its.unowned_hours),
        "language": its.language,
        "zone": places.canonical(str(its.zone)),
        "country": its.country or BY_ZONE,
        "closing_days": closing_days.written(closed),
        "opens": f"{its.opens:%H:%M}",
        "closes": f"{its.closes:%H:%M}",
        "switches": [name for name in SWITCHES if getattr(its, name)],
    }


def changed(view: dict[str, Any]) -> dict[str, Any]:
    """The fields a person changed: what others changed meanwhile stays as they wanted it."""
    shown, given = forms.carried(view)["shown"], forms.given(view)
    return {name: value for name, value in given.items() if _plain(value) != _plain(shown[name])}


def wanted(changes: Mapping[str, Any], now: ChannelSettings) -> ChannelSettings:
    """The settings with these fields changed.

    Raises UserError at the field that cannot be read, and for hours that end before they begin.
    """
    read = {name: READ[name](value or "") for name, value in changes.items() if name in READ}
    if (ticked := changes.get("switches")) is not None:
        read |= {name: name in ticked for name in SWITCHES}
    its = replace(now, **read)
    if its.opens >= its.closes:
        raise UserError("error.hours", field="closes")
    return its


def kinds(changes: Mapping[str, Any], now: Collection[str]) -> Collection[str]:
    """What is to be on."""
    found: Collection[str] = changes.get(POSTS, now)
    return found


def _plain(value: Any) -> Any:
    """Nothing chosen, nothing written and nothing ticked are the same."""
    return sorted(value) if isinstance(value, list) and value else value or ""
