"""The page in a real Chromium, on a real local Slack with a small app of its own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Channel, LocalSlack, Message, Person
from tests.browser import Look, Window, chromium, windows

from .notes_app import MANIFEST, build_app

__all__ = ["Look", "Office", "Window"]


@dataclass
class Office:
    """A small team and the places they talk in; Suzuki is outside the private one."""

    slack: LocalSlack
    sato: Person
    emma: Person
    suzuki: Person
    general: Channel
    secret: Channel

    @property
    def client(self) -> AsyncWebClient:
        """The app's."""
        return AsyncWebClient(token=self.slack.bot_token, base_url=self.slack.api_url)

    async def app_says(self, text: str, blocks: list[dict[str, Any]] | None = None) -> Message:
        await self.client.chat_postMessage(channel=self.general.id, text=text, blocks=blocks)
        return self.slack.messages(self.general)[-1]

    async def app_opens(self, person: Person, blocks: list[dict[str, Any]]) -> str:
        """A form; its id."""
        view = {"type": "modal", "callback_id": "gallery", "blocks": blocks}
        titles = {name: {"type": "plain_text", "text": name} for name in ("title", "submit")}
        trigger_id = self.slack.core.triggers.make(person.id)
        answer = await self.client.views_open(trigger_id=trigger_id, view=view | titles)
        return str(answer["view"]["id"])


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as launched:
        yield launched


@pytest_asyncio.fixture(loop_scope="session")
async def office() -> AsyncIterator[Office]:
    async with LocalSlack(MANIFEST, name="Backstage Ltd") as slack:
        sato = slack.add_person(
            "sato", real_name="佐藤 美咲", display_name="佐藤", locale="ja-JP", tz="Asia/Tokyo"
        )
        emma = slack.add_person("emma", real_name="Emma Brown", display_name="Emma", tz="Europe/London")
        suzuki = slack.add_person("suzuki", real_name="鈴木 健", display_name="鈴木", locale="ja-JP")
        general = slack.add_channel("general", [sato, emma, suzuki])
        secret = slack.add_channel("budget", [sato, emma], private=True)
        yield Office(slack, sato, emma, suzuki, general, secret)


@pytest_asyncio.fixture(loop_scope="session")
async def app(office: Office) -> AsyncIterator[None]:
    client = AsyncWebClient(token=office.slack.bot_token, base_url=office.slack.api_url)
    handler = AsyncSocketModeHandler(build_app(client), office.slack.app_token, web_client=client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await office.slack.connected()
    yield
    await handler.close_async()  # type: ignore[no-untyped-call]


@pytest_asyncio.fixture(loop_scope="session")
async def look(browser: Browser, office: Office) -> AsyncIterator[Look]:
    """Opens a window as somebody; at the end nothing may have gone wrong in any of them."""
    async with windows(browser, office.slack.url) as opened:
        yield opened
