"""The app's home and the conversation with it."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("app")]


async def test_the_app_is_told_that_its_home_is_opened_and_shows_it(look: Look, office: Office) -> None:
    emma = await look(office.emma)

    await emma.page.get_by_role("navigation").get_by_role("button", name="Notes").click()

    home = emma.page.get_by_role("region", name="Home")
    await expect(home).to_contain_text(f"Home of {office.emma.id}")
    await home.get_by_role("button", name="ticked").click()
    await expect(home).to_contain_text("Home of it is done")
    await expect(emma.page.get_by_role("tab", name="Home")).to_have_attribute("aria-selected", "true")


async def test_beside_the_home_one_talks_with_the_app(look: Look, office: Office) -> None:
    sato = await look(office.sato)
    await sato.page.get_by_role("navigation").get_by_role("button", name="Notes").click()

    await sato.page.get_by_role("tab", name="メッセージ").click()
    await sato.type("こんにちは", composer="Notes へのメッセージ")

    await expect(sato.message("こんにちは")).to_be_visible()
    assert [message.text for message in office.slack.messages(office.slack.dm_with_bot(office.sato))] == [
        "こんにちは"
    ]
