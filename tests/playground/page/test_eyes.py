"""Whose eyes one looks through, and in which language."""

import pytest
from playwright.async_api import Page, expect

from .conftest import Look, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_other_eyes_see_their_own_channels_in_their_own_language(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    channels = emma.page.get_by_role("navigation")
    await expect(channels.get_by_role("button", name="budget")).to_be_visible()

    await emma.look_as("鈴木")

    await expect(emma.page.get_by_role("textbox", name="#general へのメッセージ")).to_be_visible()
    await expect(channels.get_by_role("button", name="budget")).to_have_count(0)
    assert f"as={office.suzuki.id}" in emma.page.url


async def test_who_has_to_leave_the_open_channel_behind_stands_in_one_of_their_own(
    look: Look, office: Office
) -> None:
    emma = await look(office.emma, query=f"&channel={office.secret.id}")
    await expect(emma.page.get_by_role("heading", name="#budget")).to_be_visible()

    await emma.look_as("鈴木")

    await expect(emma.page.get_by_role("heading", name="#general")).to_be_visible()


async def test_the_labels_are_japanese_for_a_japanese_reader(look: Look, office: Office) -> None:
    sato = await look(office.sato)
    await sato.type("次回は12/5", composer="#general へのメッセージ")
    await sato.message("次回は12/5").hover()

    await expect(sato.message("次回は12/5").get_by_role("button", name="その他")).to_be_visible()
    await expect(sato.page.get_by_role("heading", name="今日")).to_be_visible()
    await expect(sato.page.get_by_role("group", name="だれの目で見るか")).to_be_visible()
    assert await language(sato.page) == "ja"


async def test_the_address_may_choose_the_language(look: Look, office: Office) -> None:
    sato = await look(office.sato, query="&lang=en")

    await expect(sato.page.get_by_role("textbox", name="Message #general")).to_be_visible()
    assert await language(sato.page) == "en"


async def test_a_direct_message_carries_the_other_s_name(look: Look, office: Office) -> None:
    direct = office.slack.dm_with_bot(office.emma)

    emma = await look(office.emma, query=f"&channel={direct.id}")

    await emma.composer("Message Notes")


async def test_every_label_is_there_in_both_languages(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    keys = "(locale) => import('/page-files/words.js').then((words) => Object.keys(words.wordsFor(locale)))"

    assert await emma.page.evaluate(keys, "ja-JP") == await emma.page.evaluate(keys, "en-US")


async def test_a_mark_shows_while_the_app_is_not_connected(look: Look, office: Office) -> None:
    emma = await look(office.emma)

    await expect(emma.page.get_by_role("status")).to_have_text("The app is not connected")


@pytest.mark.usefixtures("app")
async def test_no_such_mark_while_it_is(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.composer()

    await expect(emma.page.get_by_role("status")).to_have_text("")


async def test_an_unread_channel_is_marked_until_it_is_opened(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    budget = emma.page.get_by_role("navigation").get_by_role("button", name="budget")
    await expect(budget).to_be_visible()

    await office.slack.hand(office.sato).say(office.secret, "Numbers are in")
    await expect(budget).to_contain_text("unread")
    await budget.click()

    await expect(emma.message("Numbers are in")).to_be_visible()
    await expect(budget).not_to_contain_text("unread")


async def language(page: Page) -> str:
    return str(await page.evaluate("document.documentElement.lang"))
