"""Forms an app opens."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("app")]


async def test_a_form_from_a_message_shows_its_errors_and_then_succeeds(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("We ship on Friday")
    await emma.choose("We ship on Friday", "Keep note")
    form = emma.page.get_by_role("dialog", name="Keep a note")
    text = form.get_by_role("textbox", name="Text")
    await expect(text).to_have_value("We ship on Friday")

    await text.fill("")
    await emma.button("Save").click()
    await expect(text).to_have_accessible_description("Please complete this required field.")
    await text.fill("Hm")
    await emma.button("Save").click()
    await expect(text).to_have_accessible_description("Please write a little more.")
    await expect(text).to_be_focused()

    await text.fill("We ship on Monday")
    await form.get_by_role("combobox", name="Owner").select_option(label="佐藤")
    await form.get_by_role("combobox", name="Size").select_option("large")
    await form.get_by_label("Day").fill("2026-12-07")
    await form.get_by_label("Time").fill("09:30")
    await form.get_by_role("checkbox", name="blue").check()
    await form.get_by_role("radio", name="all").check()
    await form.get_by_role("group", name="Readers").get_by_role("checkbox", name="Emma").check()
    await emma.button("Save").click()

    await expect(form).to_be_hidden()
    saved = {
        "text": "We ship on Monday",
        "owner": office.sato.id,
        "size": "large",
        "day": "2026-12-07",
        "time": "09:30",
        "tags": "blue",
        "who": "all",
        "readers": office.emma.id,
        "place": office.general.id,
    }
    await expect(emma.message("We ship on Monday")).to_be_visible()
    lines = office.slack.messages(office.general)[-1].text.split("\n")
    assert dict(line.split(": ") for line in lines) == saved


async def test_escape_closes_a_form_opened_by_a_global_shortcut(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.button("Shortcuts").click()
    await emma.page.get_by_role("menuitem", name="New note").click()
    await expect(emma.form).to_be_visible()

    await emma.page.keyboard.press("Escape")

    await expect(emma.form).to_be_hidden()
    assert office.slack.hand(office.emma).view is None


async def test_what_was_typed_outlives_a_view_pushed_on_top(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.button("Shortcuts").click()
    await emma.page.get_by_role("menuitem", name="New note").click()
    text = emma.form.get_by_role("textbox", name="Text")
    await text.fill("half a thought")

    await emma.button("further").click()
    await expect(emma.page.get_by_role("dialog", name="Further")).to_contain_text("A view on top")
    await emma.button("Close").click()

    await expect(text).to_have_value("half a thought")
