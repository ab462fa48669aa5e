"""While the workspace is being prepared."""

import pytest
from playwright.async_api import Browser, expect

from bot.playground.desk import Preparing

from .conftest import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_page_waits_and_says_how_far_it_is_until_everything_is_prepared(
    browser: Browser, office: Office
) -> None:
    office.slack.desk.preparing = Preparing(3, 10)
    page = await browser.new_page()
    await page.goto(f"{office.slack.url}/?as={office.sato.id}&lang=ja")
    await expect(page.get_by_role("status")).to_contain_text("用意しています")
    await expect(page.get_by_role("progressbar")).to_have_js_property("value", 3)

    office.slack.desk.preparing = None
    await expect(page.get_by_role("heading", level=1)).to_contain_text("general")
    await page.close()
