"""A small team in a database, as the mirror keeps it, and the ways to do things in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platform.database import Database
from bot.platform.viewer import Viewer
from bot.workspaces import mirror
from bot.workspaces.model import Activity

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
"""A Wednesday, 10:00 in Tokyo."""
TOKYO = ZoneInfo("Asia/Tokyo")
TEAM = "T1"
BOT = "UBOT"
GENERAL, SECRET = "CGENERAL", "CSECRET"
SUZUKI, SATO, EMMA, TAKAHASHI = "USUZUKI", "USATO", "UEMMA", "UTAKAHASHI"

PEOPLE: dict[str, dict[str, Any]] = {
    SUZUKI: {"name": "suzuki", "real_name": "鈴木 花子", "profile": {"display_name": "鈴木"}},
    SATO: {"name": "sato", "real_name": "佐藤 健", "profile": {"display_name": "佐藤"}},
    EMMA: {"name": "emma", "real_name": "Emma Clark", "locale": "en-GB", "tz": "Europe/London"},
    TAKAHASHI: {"name": "takahashi", "real_name": "高橋 直", "is_restricted": True},
    BOT: {"name": "urakata", "is_bot": True},
}
"""Takahashi is a guest in #general; Emma is not in #secret."""
CHANNELS = {GENERAL: [*PEOPLE], SECRET: [SUZUKI, SATO, BOT]}

Given = ParamSpec("Given")
Result = TypeVar("Result")


def viewer(person_id: str, team_id: str = TEAM) -> Viewer:
    known = PEOPLE.get(person_id, {})
    return Viewer(
        team_id, person_id, known.get("locale", "ja-JP")[:2], ZoneInfo(known.get("tz", "Asia/Tokyo"))
    )


def found(session: Session, team_id: str = TEAM) -> None:
    """The workspace, its people and channels, each channel on Tokyo's clock."""
    auth = {"team_id": team_id, "team": "Team", "url": "https://team.slack.com/", "user_id": BOT}
    mirror.keep_workspace(session, auth)
    for person_id, known in PEOPLE.items():
        mirror.keep_person(
            session, team_id, {"locale": "ja-JP", "tz": "Asia/Tokyo", **known, "id": person_id}
        )
    for channel_id, people in CHANNELS.items():
        facts = {"id": channel_id, "name": channel_id.lower(), "is_private": channel_id == SECRET}
        channel = mirror.keep_channel(session, team_id, facts, has_bot=True)
        channel.language, channel.zone = "ja", "Asia/Tokyo"
        mirror.keep_members(session, team_id, channel_id, people)


class Team:
    """The team at work: services called in units of their own, which take as long as they take."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def do(
        self,
        service: Callable[Concatenate[Session, Given], Result],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        return await self.database.write(lambda session: service(session, *given, **named), None)

    async def look(
        self,
        service: Callable[Concatenate[Session, Given], Result],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        return await self.database.read(lambda session: service(session, *given, **named), None)

    async def verbs(self) -> list[tuple[str, str]]:
        """Who did what, in order."""
        noted = select(Activity.person_id, Activity.verb).order_by(Activity.id)
        return await self.look(lambda session: [(who, verb) for who, verb in session.execute(noted)])

    async def all(self, table: type[Result]) -> list[Result]:
        return await self.look(lambda session: list(session.scalars(select(table))))


@pytest.fixture
async def team(migrated_url: str) -> AsyncIterator[Team]:
    database = Database(migrated_url)
    await database.write(found, None)
    yield Team(database)
    database.close()
