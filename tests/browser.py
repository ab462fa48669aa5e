"""A real Chromium, and windows of the local Slack's page in it."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from bot.playground import Person

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SECONDS = 1000
expect.set_options(timeout=15 * SECONDS)
"""Patience of a busy machine; whoever is quick is not kept waiting."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Skips the test where there is none."""
    if (found := shutil.which("chromium")) is None:
        pytest.skip("no chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        await browser.close()


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

    async def look_as(self, name: str) -> None:
        """Through the eyes of somebody else."""
        eyes = self.page.get_by_role("group", name=re.compile("Whose eyes|だれの目"))
        await eyes.get_by_role("button", name=name).click()

    async def choose(self, text: str, item: str, more: str = "More actions") -> None:
        """An item of the menu of the message with this text; `more` is what the menu's button is called."""
        await self.message(text).hover()
        await self.message(text).get_by_role("button", name=more).click()
        await self.page.get_by_role("menuitem", name=item, exact=True).click()


Look = Callable[..., Awaitable[Window]]


@asynccontextmanager
async def windows(browser: Browser, url: str) -> AsyncIterator[Look]:
    """Opens windows as somebody; at the end nothing may have gone wrong in any of them."""
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    async with contextlib.AsyncExitStack() as opened:

        async def open_as(person: Person, width: int = 1100, query: str = "", **context: Any) -> Window:
            about = await browser.new_context(viewport={"width": width, "height": 720}, **context)
            opened.push_async_callback(about.close)
            page = await about.new_page()
            page.set_default_timeout(20 * SECONDS)
            page.on("console", listen)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(f"{url}/?as={person.id}{query}")
            await page.get_by_role("main").get_by_role("heading", level=1).wait_for()
            await page.locator("body.live").wait_for()
            return Window(page)

        yield open_as
    assert complaints == []
