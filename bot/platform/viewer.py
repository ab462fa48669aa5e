"""Whose eyes a thing is seen with."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Viewer:
    """A person of one team, with the language and time zone Slack knows of them."""

    team_id: str
    person_id: str
    language: str
    zone: ZoneInfo
    tag: str = ""
    """Their language tag as Slack has it (en-GB), which decides whether 3/12 is in March."""
