from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import settings

from bot.platform.database import Database
from tests.platform.world import World, open_world

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


@pytest.fixture
async def world(migrated_url: str) -> AsyncIterator[World]:
    async with open_world(migrated_url) as opened:
        yield opened
