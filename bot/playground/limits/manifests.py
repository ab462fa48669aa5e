"""Manifests: what Slack would say to one that is pasted into it.

Fields and lengths as in Slack's published manifest schema, major version 1 and 2.
"""

from collections.abc import Iterator
from typing import Any

from .rules import Problem, anything, choice, flag, items, shape, string

SLACKS_OWN_COMMANDS = """
/active /apps /archive /away /call /collapse /dm /dnd /expand /feed /feedback /huddle /invite /join /kick
/leave /me /msg /mute /open /part /pref /prefs /remind /remove /rename /search /shortcuts /shrug /star
/status /topic /who
"""
EVENT_SCOPES = {
    "app_mention": "app_mentions:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "team_join": "users:read",
    "user_change": "users:read",
}
PREFIX_SCOPES = {"channel_": "channels:read", "group_": "groups:read"}

COMMAND = shape(
    {"command": string(32, least=2), "description": string(2000)},
    {"usage_hint": string(1000), "should_escape": flag, "url": string(3000)},
)
SHORTCUT = shape(
    {
        "name": string(24),
        "type": choice("message", "global"),
        "callback_id": string(255),
        "description": string(150),
    }
)
INTERACTIVITY = shape(
    {"is_enabled": flag}, {"request_url": string(3500), "message_menu_options_url": string(3500)}
)
SCOPES = items(string(50), 255, least=0)
EVENTS = items(string(50), 100, least=0)
MANIFEST = shape(
    {
        "display_information": shape(
            {"name": string(35)},
            {
                "description": string(140),
                "background_color": string(7, least=4),
                "long_description": string(4000, least=175),
            },
        )
    },
    {
        "_metadata": anything,
        "features": shape(
            {},
            {
                "app_home": anything,
                "bot_user": shape({"display_name": string(80)}, {"always_online": flag}),
                "shortcuts": items(SHORTCUT, 10),
                "slash_commands": items(COMMAND, 50),
                "unfurl_domains": items(string(255), 5),
            },
        ),
        "oauth_config": shape(
            {},
            {
                "redirect_urls": items(string(2500), 1000, least=0),
                "scopes": shape({}, dict.fromkeys(("bot", "user", "bot_optional", "user_optional"), SCOPES)),
                "token_management_enabled": flag,
            },
        ),
        "settings": shape(
            {},
            {
                "allowed_ip_address_ranges": anything,
                "event_subscriptions": shape(
                    {}, {"request_url": string(3500), "bot_events": EVENTS, "user_events": EVENTS}
                ),
                "interactivity": INTERACTIVITY,
                "org_deploy_enabled": flag,
                "socket_mode_enabled": flag,
                "token_rotation_enabled": flag,
                "is_hosted": flag,
            },
        ),
    },
)


def manifest_problems(manifest: dict[str, Any]) -> list[str]:
    """Empty for a manifest that Slack takes."""
    malformed = list(MANIFEST(manifest, ""))
    return [str(problem) for problem in malformed or _contradictions(manifest)]


def _contradictions(manifest: dict[str, Any]) -> Iterator[Problem]:
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    granted = {*scopes.get("bot", []), *scopes.get("bot_optional", [])}
    commands, shortcuts = features.get("slash_commands", []), features.get("shortcuts", [])
    yield from _commands(commands)
    yield from _repeated("callback_id", "/features/shortcuts", shortcuts)
    yield from _events(settings.get("event_subscriptions", {}).get("bot_events", []), granted)
    if (commands or shortcuts) and "commands" not in granted:
        yield Problem("missing scope: commands", "/oauth_config/scopes/bot")
    if shortcuts and not settings.get("interactivity", {}).get("is_enabled"):
        yield Problem("interactivity must be enabled for shortcuts", "/settings/interactivity")


def _commands(commands: list[dict[str, Any]]) -> Iterator[Problem]:
    yield from _repeated("command", "/features/slash_commands", commands)
    for number, entry in enumerate(commands):
        pointer = f"/features/slash_commands/{number}/command"
        if entry["command"] in SLACKS_OWN_COMMANDS.split():
            yield Problem(f"{entry['command']} is Slack's own", pointer)
        if not entry["command"].startswith("/") or " " in entry["command"]:
            yield Problem("must begin with / and hold no spaces", pointer)


def _repeated(field: str, pointer: str, entries: list[dict[str, Any]]) -> Iterator[Problem]:
    names = [entry[field] for entry in entries]
    for number, name in enumerate(names):
        if name in names[:number]:
            yield Problem(f"{name} is declared twice", f"{pointer}/{number}/{field}")


def _events(events: list[str], granted: set[str]) -> Iterator[Problem]:
    for number, event in enumerate(events):
        scope = EVENT_SCOPES.get(event) or _by_prefix(event)
        if scope and scope not in granted:
            pointer = f"/settings/event_subscriptions/bot_events/{number}"
            yield Problem(f"{event} needs the scope {scope}", pointer)


def _by_prefix(event: str) -> str | None:
    return next((scope for prefix, scope in PREFIX_SCOPES.items() if event.startswith(prefix)), None)
