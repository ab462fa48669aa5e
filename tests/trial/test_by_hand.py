"""The tour as a person takes it, in a real Chromium, with the bot as a process of its own."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.trial.days import CALENDAR, TOKYO
from tests.browser import SECONDS, Window, chromium
from tests.scenarios.process import Program

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+\S*")
RELEASE = "Message #release"
CLOCK_OF_IT = "async (answer) => (await answer.json()).clock.now"
STORY_SECONDS = 120
"""What the fortnight may take on a busy machine, while the page waits."""
LONG = 60 * SECONDS
"""The same for its bot, which starts twice."""

Visit = Callable[[str], AbstractAsyncContextManager["Tourist"]]


class Tourist:
    """Somebody at the page, with words of their language for what they look for."""

    def __init__(self, page: Page, browser: Browser) -> None:
        self.page = page
        self.window = Window(page)
        self.browser = browser
        self.side = page.locator("#desk")

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=name)

    async def done(self, count: int) -> None:
        """That many steps are ticked off."""
        await expect(self.side.locator(".tour li.done")).to_have_count(count, timeout=LONG)

    async def open(self, channel: str) -> None:
        await self.page.locator("#sidebar").get_by_role("button", name=channel).click()
        await expect(self.page.get_by_role("heading", level=1)).to_contain_text(channel)

    async def beside(self) -> Window:
        """A second window on the same place."""
        page = await (await self.browser.new_context()).new_page()
        await page.goto(self.page.url)
        await page.locator("body.live").wait_for()
        return Window(page)

    async def monday(self) -> date:
        """Moves the clock to the next Monday morning on which people work."""
        while True:
            await self.order("Clock", "Monday 09:00")
            await expect(self.side.locator(".clock-face")).to_contain_text("Mon")
            day = await self.today()
            if CALENDAR.is_business_day(day):
                return day

    async def next_working_day(self) -> date:
        """Moves the clock to its morning."""
        await self.tab("時計").click()
        day = CALENDAR.next_business_day(await self.today())
        calendar_day = self.side.locator(f"[data-day='{day}']")
        if not await calendar_day.count():
            await self.side.get_by_role("button", name="次の月").click()
        await calendar_day.click()
        await self.side.get_by_role("button", name="時計を進める").click()
        await expect(self.side.locator(".clock-face")).to_contain_text(f"{day.day}日")
        return day

    async def today(self) -> date:
        """Where the clock stands, in Tokyo."""
        seconds = await self.page.evaluate(f"fetch('/page/desk').then({CLOCK_OF_IT})")
        return datetime.fromtimestamp(seconds, TOKYO).date()

    async def order(self, tab: str, button: str) -> None:
        await self.tab(tab).click()
        await self.side.get_by_role("button", name=button).click()


@pytest.fixture
async def visit(tmp_path: Path) -> Visit:
    @asynccontextmanager
    async def arrive(language: str) -> AsyncIterator[Tourist]:
        program = Program(tmp_path, {})
        await program.start("-m", "bot", "playground", "--port", "0", "--lang", language)
        address = ADDRESS.search(await program.line())
        assert address is not None
        async with chromium() as browser:
            page = await (await browser.new_context(viewport={"width": 1600, "height": 900})).new_page()
            page.set_default_timeout(LONG)
            complaints: list[str] = []
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(address.group())
            await page.locator("body.live").wait_for(timeout=STORY_SECONDS * SECONDS)
            await expect(page.get_by_role("status").first).to_have_text("", timeout=LONG)
            yield Tourist(page, browser)
            assert complaints == []
        ended = await program.interrupt()
        assert (ended.code, ended.err) == (0, "")

    return arrive


async def test_the_tour_is_taken_in_japanese(visit: Visit, tmp_path: Path) -> None:
    async with visit("ja") as guest:
        window = guest.window
        await window.choose("リリースの件", "議事メモに残す / Keep memo", "その他")
        await window.form.get_by_role("button", name="保存").click()
        await guest.done(1)

        await guest.open("support")
        await window.choose("返品のお客様への返信", "タスクにする / Make task", "その他")
        await expect(window.form.get_by_label("時刻")).to_have_value("15:00")
        await window.form.get_by_role("button", name="保存").click()
        await guest.done(2)

        await window.button("担当します").last.click()
        await guest.done(3)

        await guest.open("general")
        day = await guest.next_working_day()
        await expect(window.message(f"今日の段取り｜{day.month}/{day.day}")).to_be_visible(timeout=LONG)
        await guest.tab("ツアー").click()
        await guest.done(4)

        await window.type("/weekly", "#general へのメッセージ")
        await window.form.get_by_role("textbox", name="うまくいったこと").fill("返品の手順が決まった")
        await window.form.get_by_role("button", name="保存").click()
        await guest.done(5)
        await guest.page.keyboard.press("Escape")

        await guest.open("office-move")
        await window.look_as("高橋")
        await expect(guest.page.locator("#sidebar")).not_to_contain_text("office-move")
        await guest.done(6)
        await window.look_as("鈴木")
        await guest.open("general")

        await guest.order("故障", "アプリを強制終了する")
        await expect(guest.page.get_by_role("status").first).to_contain_text("接続していません")
        await guest.order("故障", "アプリを起動する")
        await expect(guest.page.get_by_role("status").first).to_have_text("", timeout=LONG)
        await window.type("/task 一覧", "#general へのメッセージ")
        await expect(window.form).to_contain_text("複合機の保守契約を更新", timeout=LONG)
        await guest.page.screenshot(path=tmp_path / "list.png")
        await guest.page.keyboard.press("Escape")
        await guest.tab("ツアー").click()
        await guest.done(7)
        await guest.page.screenshot(path=tmp_path / "done.png")


async def test_the_tour_is_taken_in_english(visit: Visit, tmp_path: Path) -> None:
    async with visit("en") as guest:
        window = guest.window
        await window.type("/memo we meet on Monday at 10", RELEASE)
        await guest.done(1)

        await window.choose("Two things about 2.4", "タスクにする / Make task")
        await expect(window.form).to_contain_text("佐藤")
        await window.form.get_by_role("button", name="Save").click()
        await guest.done(2)

        await window.type("/task unowned", RELEASE)
        await window.form.get_by_role("button", name="I'll take it").first.click()
        await guest.done(3)
        await guest.page.keyboard.press("Escape")

        await guest.open("release")
        other = await guest.beside()
        day = await guest.monday()
        plan = f"Today's plan, Mon {day.month}/{day.day}"
        for each in (window, other):
            await expect(each.message(plan).last).to_be_visible(timeout=LONG)
        await guest.tab("Tour").click()
        await guest.done(4)

        await window.type("/weekly", RELEASE)
        await window.form.get_by_role("textbox", name="Went well").fill("The upgrade was timed")
        await window.form.get_by_role("button", name="Save").click()
        await guest.done(5)
        await guest.page.keyboard.press("Escape")

        await window.look_as("鈴木")
        await guest.open("office-move")
        await window.look_as("Priya")
        await expect(guest.page.locator("#sidebar")).not_to_contain_text("office-move")
        await guest.done(6)

        await guest.order("Faults", "Kill the app")
        await guest.order("Faults", "Start the app")
        await expect(guest.page.get_by_role("status").first).to_have_text("", timeout=LONG)
        await guest.open("release")
        await window.type("/task list", RELEASE)
        await expect(window.form).to_contain_text("draft the release notes", timeout=LONG)
        await guest.page.keyboard.press("Escape")
        await guest.tab("Tour").click()
        await guest.done(7)
        await guest.page.screenshot(path=tmp_path / "done.png")
