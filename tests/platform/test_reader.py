"""Reading from Slack page by page, at the pace Slack allows."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platform.slack import Reader
from bot.playground import LocalSlack
from tests.platform.test_outcomes import answering, saying

MANIFEST = {"oauth_config": {"scopes": {"bot": ["users:read", "channels:read"]}}}


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(MANIFEST) as opened:
        yield opened


def reader(slack: LocalSlack) -> Reader:
    return Reader(AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[]))


async def test_all_pages_are_read(slack: LocalSlack) -> None:
    added = {slack.add_person(f"person{n}").id for n in range(450)}
    pages = [page async for page in reader(slack).pages("users.list", "members")]
    assert [len(page) for page in pages[:2]] == [200, 200]
    assert added <= {user["id"] for page in pages for user in page}
    assert added <= {user["id"] for user in await reader(slack).all("users.list", "members")}


async def test_a_rate_limit_is_waited_out(slack: LocalSlack) -> None:
    slack.fail_next("users.list", times=4, status=429, retry_after=0)
    assert (await reader(slack).one("users.list"))["ok"]


async def test_a_limit_that_does_not_end_is_told(slack: LocalSlack) -> None:
    slack.fail_next("users.list", times=5, status=429, retry_after=0)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await reader(slack).one("users.list")


async def test_a_refusal_is_told_at_once(slack: LocalSlack) -> None:
    with pytest.raises(SlackApiError, match="user_not_found"):
        await reader(slack).one("users.info", user="U404")
    assert [call.method for call in slack.calls] == ["users.info"]


async def test_a_pause_that_is_no_number_is_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platform.slack.reader.TRIES", 2)
    refusal = saying(429, {"ok": False, "error": "ratelimited"}, Retry_After="soon")
    async with answering(refusal) as client:
        with pytest.raises(SlackApiError, match="ratelimited"):
            await Reader(client).one("users.list")
