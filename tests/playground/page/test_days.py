"""Days as the server's clock has them, which need not be this machine's."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Browser, expect

from bot.playground import LocalSlack
from tests.browser import windows

from .notes_app import MANIFEST

pytestmark = pytest.mark.asyncio(loop_scope="session")

WEDNESDAY = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
"""23:30 in Tokyo, where half an hour later it is Thursday."""


async def test_today_is_the_day_of_the_server_s_clock_in_the_reader_s_zone(browser: Browser) -> None:
    now = [WEDNESDAY]
    async with LocalSlack(MANIFEST, clock=lambda: now[0]) as slack:
        sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
        emma = slack.add_person("emma", tz="Europe/London")
        general = slack.add_channel("general", [sato, emma])
        await slack.hand(emma).say(general, "late")
        now[0] += timedelta(hours=1)
        await slack.hand(emma).say(general, "later")
        async with windows(browser, slack.url) as look:
            tokyo, london = await look(sato), await look(emma)
            await expect(tokyo.log.get_by_role("heading")).to_have_text(["昨日", "新着", "今日"])
            await expect(london.log.get_by_role("heading")).to_have_text(["Today"])

            now[0] += timedelta(days=5)
            await slack.hand(sato).say(general, "next week")
            await expect(london.log.get_by_role("heading")).to_have_text(["Wednesday, November 25", "Today"])
