"""The page in a real Chromium, on a real local Slack with a small app of its own."""

import contextlib
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Channel, LocalSlack, Person

from .notes_app import MANIFEST, build_app

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SECONDS = 1000


@dataclass
class Office:
    """A small team and the places they talk in; Suzuki is outside the private one."""

    slack: LocalSlack
    sato: Person
    emma: Person
    suzuki: Person
    general: Channel
    secret: Channel

    async def app_says(self, text: str, blocks: list[dict[str, Any]] | None = None) -> None:
        client = AsyncWebClient(token=self.slack.bot_token, base_url=self.slack.api_url)
        await client.chat_postMessage(channel=self.general.id, text=text, blocks=blocks)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if (chromium := shutil.which("chromium")) is None:
        pytest.skip("no chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        await browser.close()


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


class Window:
    """What one person sees, and where they type."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.log = page.get_by_role("log").first
        self.form = page.get_by_role("dialog")

    def message(self, text: str) -> Locator:
        return self.log.get_by_role("listitem").filter(has_text=text)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def composer(self, name: str = "Message #general") -> Locator:
        box = self.page.get_by_role("textbox", name=name, exact=True)
        await box.wait_for()
        return box

    async def type(self, text: str, composer: str = "Message #general") -> None:
        box = await self.composer(composer)
        await box.fill(text)
        await box.press("Enter")

    async def choose(self, text: str, item: str) -> None:
        """An item of the menu of the message with this text."""
        await self.message(text).hover()
        await self.message(text).get_by_role("button", name="More actions").click()
        await self.page.get_by_role("menuitem", name=item, exact=True).click()


Look = Callable[..., Awaitable[Window]]


@pytest_asyncio.fixture(loop_scope="session")
async def look(browser: Browser, office: Office) -> AsyncIterator[Look]:
    """Opens a window as somebody; at the end nothing may have gone wrong in any of them."""
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    async with contextlib.AsyncExitStack() as windows:

        async def open_as(person: Person, width: int = 1100, query: str = "", **context: Any) -> Window:
            about = await browser.new_context(viewport={"width": width, "height": 720}, **context)
            windows.push_async_callback(about.close)
            page = await about.new_page()
            page.set_default_timeout(10 * SECONDS)
            page.on("console", listen)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(f"{office.slack.url}/?as={person.id}{query}")
            await page.get_by_role("main").get_by_role("heading", level=1).wait_for()
            return Window(page)

        yield open_as
    assert complaints == []
