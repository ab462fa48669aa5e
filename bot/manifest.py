"""The app manifest: what Urakata asks of Slack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def path() -> Path:
    """Inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "manifest.yml"
    return inside if inside.is_file() else package.parent / "manifest.yml"


def manifest() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path().read_text(encoding="utf-8"))
    return found


def declared(manifest: dict[str, Any]) -> dict[str, set[str]]:
    """The names of commands, shortcuts, events and scopes."""
    features, settings = manifest["features"], manifest["settings"]
    return {
        "command": {each["command"] for each in features.get("slash_commands", [])},
        "shortcut": {each["callback_id"] for each in features.get("shortcuts", [])},
        "event": set(settings["event_subscriptions"]["bot_events"]),
        "scope": set(manifest["oauth_config"]["scopes"]["bot"]),
    }
