from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.scenarios.stage import Stage, staged


@pytest.fixture
async def stage(migrated_url: str) -> AsyncIterator[Stage]:
    async with staged(migrated_url) as set_up:
        yield set_up
