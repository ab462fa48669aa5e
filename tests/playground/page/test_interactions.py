"""Buttons, menus and select menus in messages."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("app")]


async def test_a_button_acts_and_its_message_changes_in_place(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)
    await emma.type("/card")

    await emma.button("done").click()

    await expect(emma.message("Done by @Emma")).to_be_visible()
    await expect(sato.message("Done by @Emma")).to_be_visible()
    await expect(emma.button("done")).to_have_count(0)


async def test_a_button_that_asks_first_acts_only_after_a_yes(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("/card")

    await emma.button("delete").click()
    await expect(emma.page.get_by_role("dialog", name="Really?")).to_contain_text("It will be gone.")
    await emma.page.keyboard.press("Escape")
    await expect(emma.form).to_have_count(0)
    assert len(office.slack.messages(office.general)) == 1

    await emma.button("delete").click()
    await emma.button("Yes").click()
    await expect(emma.message("Chosen: delete")).to_be_visible()


async def test_a_choice_in_a_select_menu_is_sent(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("/card")

    await emma.page.get_by_role("combobox", name="Size").select_option("large")

    await expect(emma.message("Chosen: large")).to_be_visible()


async def test_an_overflow_menu_is_reached_by_keyboard(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("/card")
    menu = emma.button("Open options")

    await menu.focus()
    await emma.page.keyboard.press("Enter")
    await emma.page.keyboard.press("Escape")
    await expect(menu).to_be_focused()
    await emma.page.keyboard.press("Enter")
    await emma.page.keyboard.press("ArrowDown")
    await emma.page.keyboard.press("Enter")

    await expect(emma.message("Chosen: move")).to_be_visible()
