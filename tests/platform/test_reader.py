"""Reading from Slack page by page, at the pace Slack allows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platform.slack import Reader
from bot.platform.slack.messages import Chosen, of_people
from bot.playground import LocalSlack
from tests.platform.test_outcomes import answering, saying

MANIFEST = {
    "features": {"bot_user": {"display_name": "Bot"}},
    "oauth_config": {"scopes": {"bot": ["users:read", "channels:read", "channels:history", "chat:write"]}},
}


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


async def test_of_a_channel_that_is_gone_nothing_is_found(slack: LocalSlack) -> None:
    assert await reader(slack).found("conversations.info", channel="C404") is None
    assert await reader(slack).members("C404") == []


async def test_a_pause_that_is_no_number_is_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platform.slack.reader.TRIES", 2)
    refusal = saying(429, {"ok": False, "error": "ratelimited"}, Retry_After="soon")
    async with answering(refusal) as client:
        with pytest.raises(SlackApiError, match="ratelimited"):
            await Reader(client).one("users.list")


async def test_a_thread_is_read_to_its_end_with_what_people_said_as_it_stands_now(slack: LocalSlack) -> None:
    sato = slack.add_person("sato")
    general, hand = slack.add_channel("general", members=[sato]), slack.hand(sato)
    parent = await hand.say(general, "0")
    for n in range(1, 250):
        await hand.say(general, f"{n}", thread_ts=parent.ts)
    replies = slack.messages(general)[1:]
    await hand.edit(replies[0], "edited")
    await hand.delete(replies[1])
    await hand.delete(parent)
    client = AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    await client.chat_postMessage(channel=general.id, text="an app", thread_ts=parent.ts)
    thread = await reader(slack).thread(general.id, replies[5].ts, 1000)
    assert thread is not None
    said = [message.text for message in thread.messages]
    assert said == ["edited", *(f"{n}" for n in range(3, 250))]
    assert {message.author_id for message in thread.messages} == {sato.id}
    assert not thread.is_cut


async def test_a_thread_is_cut_where_enough_was_read(slack: LocalSlack) -> None:
    sato = slack.add_person("sato")
    general, hand = slack.add_channel("general", members=[sato]), slack.hand(sato)
    parent = await hand.say(general, "0")
    for n in range(1, 6):
        await hand.say(general, f"{n}", thread_ts=parent.ts)
    cut, whole = [await reader(slack).thread(general.id, parent.ts, most) for most in (5, 6)]
    assert cut is not None
    assert whole is not None
    assert ([message.text for message in cut.messages], cut.is_cut) == ([*"01234"], True)
    assert (len(whole.messages), whole.is_cut) == (6, False)


@pytest.mark.parametrize("with_bot", [True, False])
async def test_a_thread_that_cannot_be_read_is_none(slack: LocalSlack, with_bot: bool) -> None:
    general = slack.add_channel("general", with_bot=with_bot)
    assert await reader(slack).thread(general.id, "1764032400.000100", 1000) is None


async def test_a_thread_behind_a_broken_line_is_none(slack: LocalSlack) -> None:
    slack.fail_next("conversations.replies", status=0)
    assert await reader(slack).thread("C1", "1764032400.000100", 1000) is None


def test_files_without_words_and_what_slack_itself_says_are_told_apart() -> None:
    messages: list[dict[str, Any]] = [
        {"ts": "1.1", "user": "U1", "subtype": "file_share", "files": [{"title": "見積もり更新.xlsx"}]},
        {"ts": "1.2", "user": "U1", "subtype": "channel_join", "text": "joined"},
        {"ts": "1.3", "user": "USLACKBOT", "subtype": "tombstone", "text": "This message was deleted."},
        {"ts": "1.4", "bot_id": "B1", "subtype": "bot_message", "text": "from an app"},
        {"ts": "1.5", "user": "U2", "subtype": "thread_broadcast", "text": "to all", "thread_ts": "1.1"},
    ]
    assert of_people("C1", messages) == [
        Chosen("C1", "1.1", None, "U1", ""),
        Chosen("C1", "1.5", "1.1", "U2", "to all"),
    ]
