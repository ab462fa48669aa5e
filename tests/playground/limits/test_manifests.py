"""Manifests that Slack would refuse."""

import copy
from typing import Any

import pytest

from bot.playground import manifest_problems
from tests.playground.sample_app import MANIFEST, Json, without

EVENTS = "/settings/event_subscriptions/bot_events"


def changed(path: str, value: Any) -> Json:
    """The sample app's manifest with another value at this place."""
    manifest = copy.deepcopy(MANIFEST)
    node: Any = manifest
    *way, last = path.split("/")
    for key in way:
        node = node[int(key)] if key.isdigit() else node[key]
    node[int(last) if last.isdigit() else last] = value
    return manifest


def test_a_manifest_that_fits_has_no_problems() -> None:
    assert manifest_problems(MANIFEST) == []


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ({}, "missing required field: display_information [json-pointer:]"),
        (changed("settings/sockets", True), "invalid additional property: sockets [json-pointer:/settings]"),
        (
            changed("features/shortcuts/0/name", "x" * 25),
            "must be less than 25 characters [json-pointer:/features/shortcuts/0/name]",
        ),
        (
            changed("features/slash_commands/0/command", "/status"),
            "/status is Slack's own [json-pointer:/features/slash_commands/0/command]",
        ),
        (
            changed("features/slash_commands/0/command", "lunch"),
            "must begin with / and hold no spaces [json-pointer:/features/slash_commands/0/command]",
        ),
        (
            changed("features/slash_commands/1/command", "/lunch"),
            "/lunch is declared twice [json-pointer:/features/slash_commands/1/command]",
        ),
        (
            changed("settings/interactivity/is_enabled", False),
            "interactivity must be enabled for shortcuts [json-pointer:/settings/interactivity]",
        ),
        (without(MANIFEST, "commands"), "missing scope: commands [json-pointer:/oauth_config/scopes/bot]"),
        (
            without(MANIFEST, "groups:read"),
            f"group_archive needs the scope groups:read [json-pointer:{EVENTS}/7]",
        ),
        (
            without(MANIFEST, "im:history"),
            f"message.im needs the scope im:history [json-pointer:{EVENTS}/14]",
        ),
    ],
)
def test_what_slack_would_refuse_is_named_with_its_place(manifest: Json, problem: str) -> None:
    assert problem in manifest_problems(manifest)
