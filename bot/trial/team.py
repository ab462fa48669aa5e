"""The sample team: people who work in two languages and three time zones, and where they talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..playground import Channel, LocalSlack, Person

FIRST = {"ja": ("suzuki", "general"), "en": ("priya", "release")}
"""Whose eyes the page looks through at first, and at which channel, by language.

Both live in the time zone of the clock, so that all times a newcomer sees are the same.
"""

TOKYO = {"locale": "ja-JP", "tz": "Asia/Tokyo"}
SINGAPORE = {"locale": "en-GB", "tz": "Asia/Singapore"}
PEOPLE: dict[str, dict[str, Any]] = {
    "suzuki": {"real_name": "鈴木 花子", "display_name": "鈴木", **TOKYO},
    "sato": {"real_name": "佐藤 健", "display_name": "佐藤", **TOKYO},
    "emma": {"real_name": "Emma Clark", "display_name": "Emma", "locale": "en-GB", "tz": "Europe/London"},
    "takahashi": {"real_name": "高橋 直", "display_name": "高橋", **TOKYO, "is_guest": True},
    "nakamura": {"real_name": "中村 彩", "display_name": "中村", **TOKYO},
    "priya": {"real_name": "Priya Nair", "display_name": "Priya", "locale": "en-US", "tz": "Asia/Tokyo"},
    "daniel": {"real_name": "Daniel Tan", "display_name": "Daniel", **SINGAPORE},
}
"""Customer support, operations, marketing, a temporary colleague, general affairs, two who build."""
EVERYBODY = ("suzuki", "sato", "emma", "nakamura", "priya", "daniel")
"""But for the guest."""
CHANNELS = {
    "general": EVERYBODY,
    "support": ("suzuki", "sato", "emma", "takahashi"),
    "release": ("priya", "emma", "daniel", "sato"),
    "office-move": ("nakamura", "suzuki", "sato"),
    "random": EVERYBODY,
}
PRIVATE, WITHOUT_BOT = "office-move", "random"


@dataclass(frozen=True)
class Team:
    """People and channels by name."""

    people: dict[str, Person]
    channels: dict[str, Channel]


def gather(slack: LocalSlack) -> Team:
    """Everybody into an empty workspace, each with a conversation with the bot."""
    people = {name: slack.add_person(name, **about) for name, about in PEOPLE.items()}
    channels = {
        name: slack.add_channel(
            name,
            [people[member] for member in members],
            private=name == PRIVATE,
            with_bot=name != WITHOUT_BOT,
        )
        for name, members in CHANNELS.items()
    }
    for person in people.values():
        slack.dm_with_bot(person)
    return Team(people, channels)


def met(slack: LocalSlack) -> Team:
    """The team of a workspace that was kept."""
    workspace = slack.core.workspace
    return Team(
        {person.name: person for person in workspace.people.values()},
        {channel.name: channel for channel in workspace.channels.values() if channel.name},
    )
