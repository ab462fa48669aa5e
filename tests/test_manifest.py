"""The manifest is the contract: what it asks of Slack is what the code uses, and Slack takes it as it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot import check
from bot.app import Urakata
from bot.manifest import declared, manifest
from bot.platform.clock import Clock
from bot.platform.slack.app import App
from bot.settings import read
from tests.sources import Source

CHECKOUT = Path(__file__).resolve().parent.parent
AUTH = {"team_id": "T1", "user_id": "U1", "bot_id": "B1", "url": "https://local.example/"}

CONVERSATIONS = ("channels", "groups", "im", "mpim")
READING = frozenset(f"{kind}:read" for kind in CONVERSATIONS)
HISTORY = frozenset(f"{kind}:history" for kind in CONVERSATIONS)

SCOPES_OF: dict[str, frozenset[str]] = {
    "apps.connections.open": frozenset(),
    "auth.test": frozenset(),
    "chat.delete": frozenset({"chat:write"}),
    "chat.postEphemeral": frozenset({"chat:write"}),
    "chat.postMessage": frozenset({"chat:write"}),
    "chat.update": frozenset({"chat:write"}),
    "conversations.history": HISTORY,
    "conversations.info": READING,
    "conversations.members": READING,
    "conversations.open": frozenset({"im:write"}),
    "conversations.replies": HISTORY,
    "files.completeUploadExternal": frozenset({"files:write"}),
    "files.getUploadURLExternal": frozenset({"files:write"}),
    "users.conversations": READING,
    "users.info": frozenset({"users:read"}),
    "users.list": frozenset({"users:read"}),
    "views.open": frozenset(),
    "views.push": frozenset(),
    "views.update": frozenset(),
}
"""By method: https://docs.slack.dev/reference/methods, each page's "Required scopes" for bot tokens.

apps.connections.open takes the app's own token, whose scope stands in no manifest.
"""

CHANNELS, GROUPS, USERS = frozenset({"channels:read"}), frozenset({"groups:read"}), frozenset({"users:read"})
SCOPES_OF_EVENT: dict[str, frozenset[str]] = {
    "app_home_opened": frozenset(),
    "app_mention": frozenset({"app_mentions:read"}),
    "reaction_added": frozenset({"reactions:read"}),
    "channel_shared": CHANNELS | GROUPS,
    "channel_unshared": CHANNELS | GROUPS,
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
    "message.mpim": frozenset({"mpim:history"}),
    "channel_archive": CHANNELS,
    "channel_deleted": CHANNELS,
    "channel_left": CHANNELS,
    "channel_rename": CHANNELS,
    "channel_unarchive": CHANNELS,
    "group_archive": GROUPS,
    "group_deleted": GROUPS,
    "group_left": GROUPS,
    "group_rename": GROUPS,
    "group_unarchive": GROUPS,
    "member_joined_channel": CHANNELS | GROUPS,
    "member_left_channel": CHANNELS | GROUPS,
    "team_join": USERS,
    "user_change": USERS,
}
"""By event: https://docs.slack.dev/reference/events"""

LONGEST: dict[str, int] = {
    "display_information.name": 35,
    "display_information.description": 140,
    "display_information.background_color": 7,
    "features.bot_user.display_name": 80,
    "features.shortcuts.name": 24,
    "features.shortcuts.type": 7,
    "features.shortcuts.callback_id": 255,
    "features.shortcuts.description": 150,
    "features.slash_commands.command": 32,
    "features.slash_commands.description": 2000,
    "features.slash_commands.usage_hint": 1000,
    "oauth_config.scopes.bot": 50,
    "settings.event_subscriptions.bot_events": 50,
}
"""Characters of each text, from https://github.com/slackapi/manifest-schema"""
FLAGS = {
    "features.app_home.home_tab_enabled",
    "features.app_home.messages_tab_enabled",
    "features.app_home.messages_tab_read_only_enabled",
    "features.bot_user.always_online",
    "features.slash_commands.should_escape",
    "settings.interactivity.is_enabled",
    "settings.org_deploy_enabled",
    "settings.socket_mode_enabled",
    "settings.token_rotation_enabled",
}
MOST = {
    "features.shortcuts": 10,
    "features.slash_commands": 50,
    "oauth_config.scopes.bot": 255,
    "settings.event_subscriptions.bot_events": 100,
}
MESSAGE_SHORTCUTS = 5
SLACKS_OWN = re.compile(
    r"/(active|apps|archive|away|call|collapse|dm|dnd|expand|feed|feedback|huddle|invite|join|kick|leave|me|msg"
    r"|mute|open|part|prefs|remind|remove|rename|search|shortcuts|shrug|star|status|topic|who)"
)
"""https://slack.com/help/articles/201259356"""


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each value with the keys that lead to it."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield from leaves(child, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for child in node:
            yield from leaves(child, path)
    else:
        yield path, node


def problems(found: dict[str, Any]) -> list[str]:
    """What Slack would refuse."""
    said = []
    for path, value in leaves(found):
        if path in LONGEST and isinstance(value, str):
            if not 0 < len(value) <= LONGEST[path]:
                said.append(f"{path}: {len(value)} characters, Slack takes {LONGEST[path]}")
        elif not (path in FLAGS and isinstance(value, bool)):
            said.append(f"{path}: {value!r} is not documented")
    for path, most in MOST.items():
        count = sum(1 for _ in at(found, path))
        if count > most:
            said.append(f"{path}: {count}, Slack takes {most}")
    return said


def at(found: dict[str, Any], path: str) -> list[Any]:
    for key in path.split("."):
        found = found[key]
    return list(found)


def sources() -> list[Source]:
    files = [file for file in (CHECKOUT / "bot").rglob("*.py") if "playground" not in file.parts]
    return [Source(file.relative_to(CHECKOUT).as_posix(), file.read_text("utf-8")) for file in files]


@cache
def called() -> set[str]:
    """Every method of the Web API that the code names: as a string, or as a method of the client."""
    methods = {name.replace("_", "."): name for name in vars(AsyncWebClient) if "_" in name[1:]}
    texts = {text for source in sources() for text in strings(source)}
    names = {mention.rpartition(".")[2] for source in sources() for _, mention in source.mentions}
    return {method for method, name in methods.items() if method in texts or name in names}


def strings(source: Source) -> Iterator[str]:
    for node in source.nodes(ast.Constant):
        if isinstance(node.value, str):
            yield node.value


def handled() -> set[str]:
    environment = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "DATABASE_URL": "sqlite://"}
    bot = Urakata(read(environment), Clock(), AUTH)
    bot.database.close()
    return set(bot.door.wanted_events)


async def test_commands_and_shortcuts_are_those_that_are_answered() -> None:
    assert list(check.against_code(App("https://slack.com/api/", "", AUTH))) == []


async def test_a_command_or_shortcut_on_one_side_only_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = manifest()
    commands, shortcuts = changed["features"]["slash_commands"], changed["features"]["shortcuts"]
    gone = commands.pop()["command"]
    shortcuts[0]["callback_id"] = "memos.mistyped"
    monkeypatch.setattr(check, "manifest", lambda: changed)
    said = list(check.against_code(App("https://slack.com/api/", "", AUTH)))
    assert f"command {gone} is missing in manifest.yml" in said
    assert "shortcut memos.mistyped is in manifest.yml, but nothing answers it" in said
    assert len(said) == 3


async def test_events_are_those_that_are_handled() -> None:
    """Messages are subscribed to by kind of conversation, and handled by their subtype."""
    types = {name.partition(":")[0] for name in handled()}
    assert types == {name.partition(".")[0] for name in declared(manifest())["event"]}


def test_every_method_that_is_called_is_in_the_table() -> None:
    assert called() - SCOPES_OF.keys() == set()


def needed() -> set[str]:
    by_methods = {scope for method in called() for scope in SCOPES_OF[method]}
    by_events = {scope for event in declared(manifest())["event"] for scope in SCOPES_OF_EVENT[event]}
    return by_methods | by_events | {"commands"}


def test_every_scope_that_is_needed_is_asked_for() -> None:
    assert needed() - declared(manifest())["scope"] == set()


def test_no_scope_is_asked_for_that_nothing_needs() -> None:
    assert declared(manifest())["scope"] - needed() == set()


def test_methods_are_found_however_they_are_called() -> None:
    assert {"views.open", "auth.test", "chat.postMessage", "chat.update", "users.list"} <= called()


def test_slack_takes_the_manifest_as_it_is() -> None:
    assert problems(manifest()) == []


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("features.shortcuts.0.name", "x" * 25, "features.shortcuts.name: 25 characters, Slack takes 24"),
        ("features.slash_commands.0.description", "", "features.slash_commands.description: 0 characters"),
        ("features.bot_user.color", "red", "features.bot_user.color: 'red' is not documented"),
        ("settings.socket_mode_enabled", "yes", "settings.socket_mode_enabled: 'yes' is not documented"),
        ("features.slash_commands", [{"command": "/x"}] * 51, "features.slash_commands: 51, Slack takes 50"),
    ],
)
def test_what_slack_would_refuse_is_named(path: str, value: Any, problem: str) -> None:
    changed: Any = manifest()
    *keys, last = path.split(".")
    node = changed
    for key in keys:
        node = node[int(key)] if key.isdigit() else node[key]
    node[last] = value
    (said,) = problems(changed)
    assert said.startswith(problem)


def test_names_are_used_once() -> None:
    features = manifest()["features"]
    for path, key in (("slash_commands", "command"), ("shortcuts", "callback_id")):
        names = [each[key] for each in features[path]]
        assert len(names) == len(set(names))


def test_commands_are_well_formed_escaped_and_none_of_slacks_own() -> None:
    for each in manifest()["features"]["slash_commands"]:
        assert re.fullmatch(r"/[a-z][a-z0-9_-]*", each["command"])
        assert not SLACKS_OWN.fullmatch(each["command"])
        assert each["should_escape"] is True


def test_shortcuts_are_of_a_kind_slack_knows_and_few_enough() -> None:
    kinds = [each["type"] for each in manifest()["features"]["shortcuts"]]
    assert set(kinds) <= {"message", "global"}
    assert kinds.count("message") <= MESSAGE_SHORTCUTS


def test_what_must_be_on_is_on() -> None:
    found = manifest()
    assert found["settings"]["interactivity"]["is_enabled"]
    assert found["settings"]["socket_mode_enabled"]
    assert found["features"]["app_home"]["messages_tab_enabled"]


def test_everything_a_person_reads_is_in_both_languages() -> None:
    features = manifest()["features"]
    for each in [*features["slash_commands"], *features["shortcuts"]]:
        for text in (each["description"], each.get("name", each["description"])):
            assert re.search(r"[ぁ-んァ-ヶ一-龠]", text)
            assert re.search(r"[A-Za-z]{3}", text)
