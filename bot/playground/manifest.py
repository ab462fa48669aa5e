"""What an app's manifest declares; what it does not declare does not exist."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Command:
    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    type: str
    callback_id: str
    name: str


@dataclass(frozen=True)
class Manifest:
    bot_name: str
    scopes: tuple[str, ...]
    events: frozenset[str]
    commands: dict[str, Command]
    shortcuts: dict[str, Shortcut]
    interactive: bool
    home_tab: bool

    @classmethod
    def read(cls, source: dict[str, Any]) -> "Manifest":
        """Of a manifest as Slack takes it, parsed from its YAML or JSON."""
        features, settings = source.get("features", {}), source.get("settings", {})
        scopes = source.get("oauth_config", {}).get("scopes", {})
        commands = [_command(entry) for entry in features.get("slash_commands", [])]
        shortcuts = [_shortcut(entry) for entry in features.get("shortcuts", [])]
        return cls(
            bot_name=features.get("bot_user", {}).get("display_name", "bot"),
            scopes=tuple(scopes.get("bot", [])) + tuple(scopes.get("bot_optional", [])),
            events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
            commands={command.command: command for command in commands},
            shortcuts={shortcut.callback_id: shortcut for shortcut in shortcuts},
            interactive=settings.get("interactivity", {}).get("is_enabled", False),
            home_tab=features.get("app_home", {}).get("home_tab_enabled", False),
        )


def _command(entry: dict[str, Any]) -> Command:
    return Command(
        entry["command"],
        entry.get("description", ""),
        entry.get("usage_hint", ""),
        entry.get("should_escape", False),
    )


def _shortcut(entry: dict[str, Any]) -> Shortcut:
    return Shortcut(entry["type"], entry["callback_id"], entry["name"])
