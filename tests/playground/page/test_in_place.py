"""What changes while somebody points at it, types into it or reads it."""

from typing import Any

import pytest
from playwright.async_api import Locator, expect

from .conftest import Look, Office, Window
from .notes_app import button, plain

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("app")]


def lines(*values: str) -> list[dict[str, Any]]:
    """A list with the same button on each line."""
    return [
        {
            "type": "section",
            "text": plain(f"Line {value}"),
            "accessory": button("line", value=value, accessibility_label=f"Press {value}"),
        }
        for value in values
    ]


async def finger_down(window: Window, on: Locator) -> None:
    await on.hover()
    await window.page.mouse.down()


def pressed(office: Office) -> list[str]:
    payloads = [each.payload for each in office.slack.deliveries if each.kind == "interactive"]
    return [action["value"] for payload in payloads for action in payload["actions"]]


async def test_a_click_that_falls_into_a_change_of_its_message_counts(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    card = await office.app_says("list", lines("1", "2", "3"))
    await finger_down(emma, emma.button("Press 2"))

    await office.client.chat_update(
        channel=office.general.id, ts=card.ts, text="list", blocks=lines("0", "2", "3")
    )
    await office.app_says("and something else\n" * 5)
    await emma.page.mouse.up()

    await expect(emma.button("Press 0")).to_be_visible()
    await expect(emma.page.get_by_role("alert")).to_contain_text("line")
    assert pressed(office) == ["2"]


async def test_a_button_stays_the_same_while_its_message_changes(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    card = await office.app_says("list", lines("1", "2", "3"))
    await emma.button("Press 2").focus()
    held = await emma.button("Press 2").element_handle()

    await office.client.chat_update(
        channel=office.general.id, ts=card.ts, text="list", blocks=lines("2", "3", "4")
    )
    await expect(emma.button("Press 4")).to_be_visible()

    await expect(emma.button("Press 2")).to_be_focused()
    assert await emma.button("Press 2").evaluate("(now, held) => now === held", held)
    await expect(emma.button("Press 1")).to_have_count(0)


async def test_what_is_typed_into_a_form_outlives_its_change(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    text = {"type": "plain_text_input", "action_id": "text"}
    row = {"type": "input", "block_id": "row", "label": plain("Text"), "element": text}
    view_id = await office.app_opens(office.emma, [row])
    box = emma.form.get_by_role("textbox", name="Text")
    await box.press_sequentially("half")
    await box.press("ArrowLeft")

    view = {"type": "modal", "title": plain("title"), "submit": plain("submit")}
    blocks = [{"type": "section", "text": plain("Now with more")}, row]
    await office.client.views_update(view_id=view_id, view=view | {"blocks": blocks})
    await expect(emma.form).to_contain_text("Now with more")
    await box.press_sequentially("-")

    await expect(box).to_have_value("hal-f")
    await expect(box).to_be_focused()


async def test_ten_windows_of_one_browser_live_side_by_side(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    for number in range(9):
        page = await emma.page.context.new_page()
        person = office.sato if number % 2 else office.suzuki
        await page.goto(f"{office.slack.url}/?as={person.id}")
        await page.locator("body.live").wait_for()

    await Window(page).type("from the tenth", composer="#general へのメッセージ")

    for each in emma.page.context.pages:
        await expect(each.get_by_role("log").get_by_text("from the tenth")).to_be_visible()
