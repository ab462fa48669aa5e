"""Every kind of block, in messages and forms."""

from typing import Any

import pytest
from playwright.async_api import FilePayload, expect

from .conftest import Look, Office
from .gallery import BLOCKS, DAY, HOSTILE, inputs

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("app")]


async def test_every_block_a_message_may_have_is_drawn(look: Look, office: Office) -> None:
    emma = await look(office.emma)

    await office.app_says("fallback", BLOCKS)

    message = emma.message("Everything")
    await expect(message.get_by_role("heading", name="Plan")).to_be_visible()
    await expect(message.get_by_role("columnheader", name="Amount")).to_be_visible()
    await expect(message.get_by_role("cell", name="Toner")).to_be_visible()
    await expect(message.get_by_role("cell", name="code")).to_be_visible()
    await expect(message.get_by_role("link", name="How to move")).to_be_visible()
    for tag, text in {"blockquote": "a quote", "ol": "firstsecond", "s": "gone"}.items():
        await expect(message.locator(tag)).to_have_text(text)
    await expect(message).to_contain_text("☐ test")
    await expect(message).not_to_contain_text("cannot show")


async def test_hostile_text_in_any_block_stays_text(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    link = "[x](javascript:window.hacked=1)"

    await office.app_says("fallback", [*BLOCKS, {"type": "markdown", "text": f"{link} **{HOSTILE}**"}])
    await emma.message("Everything").wait_for()

    assert await emma.log.locator("img, script, svg, iframe, [onerror]").count() == 0
    assert await emma.log.locator("a[href^='javascript']").count() == 0
    assert await emma.page.evaluate("window.hacked") is None
    await expect(emma.message("Everything")).to_contain_text(f"We ship soon {HOSTILE}")


async def test_what_stands_in_a_message_s_fields_comes_along_with_a_press(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await office.app_says("fallback", BLOCKS)

    await emma.page.get_by_role("checkbox", name="milk").check()
    await emma.button("Good").click()
    await expect(emma.page.get_by_role("alert")).to_contain_text("Good")

    [*_, pressed] = [each.payload for each in office.slack.deliveries if each.kind == "interactive"]
    assert pressed["actions"][0]["value"] == "good"
    states = {name: state for block in pressed["state"]["values"].values() for name, state in block.items()}
    assert [option["value"] for option in states["extras"]["selected_options"]] == ["milk"]
    assert states["at"]["selected_time"] == "17:00"


async def test_every_input_s_answer_reaches_the_app(look: Look, office: Office) -> None:
    sato = await look(office.sato, query="&lang=en")
    await office.app_opens(office.sato, inputs())
    form = sato.form

    for name, text in {
        "Line": "a line",
        "Count": "7",
        "Mail": "a@example.com",
        "Words": "*big* words\n- one",
    }.items():
        await form.get_by_role("textbox", name=name).fill(text)
    await form.get_by_role("textbox", name="Address").fill("https://example.com/x")
    await expect(form.get_by_label("When")).to_have_value("2026-12-04T17:00")
    await form.get_by_role("combobox", name="Dish").select_option("ramen")
    await found(sato, "Found", "ban", "banana")
    await found(sato, "Several", "ap", "apple")
    await found(sato, "Several", "apr", "apricot")
    dishes = form.get_by_role("group", name="Dishes")
    await dishes.get_by_role("checkbox", name="soup").check()
    await dishes.get_by_role("checkbox", name="salad").check()
    await expect(dishes.get_by_role("checkbox", name="ramen")).to_be_disabled()
    await form.get_by_role("group", name="Rooms").get_by_role("checkbox", name="#general").check()
    paper = FilePayload(name="plan.csv", mimeType="text/csv", buffer=b"a;b")
    await form.get_by_label("Papers").set_input_files([paper])
    await expect(form).to_contain_text("plan.csv")
    await sato.button("submit").click()
    await expect(form).to_be_hidden()

    answers = submitted(office)
    assert answers | {"Words": None, "Papers": None} == {
        "Line": "a line",
        "Count": "7",
        "Mail": "a@example.com",
        "Address": "https://example.com/x",
        "When": DAY,
        "Dish": "ramen",
        "Found": "banana",
        "Several": ["apple", "apricot"],
        "Dishes": ["soup", "salad"],
        "Rooms": [office.general.id],
        "Talks": [],
        "Words": None,
        "Papers": None,
    }
    assert [part["type"] for part in answers["Words"]["elements"]] == ["rich_text_section", "rich_text_list"]
    assert answers["Words"]["elements"][0]["elements"][0]["style"] == {"bold": True}
    assert office.slack.content(answers["Papers"][0]) == b"a;b"


async def found(window: Any, name: str, typed: str, option: str) -> None:
    await window.form.get_by_role("combobox", name=name).press_sequentially(typed)
    await window.form.get_by_role("option", name=option, exact=True).click()


def submitted(office: Office) -> dict[str, Any]:
    """What the last form said, by its labels."""
    [*_, form] = [
        each.payload for each in office.slack.deliveries if each.payload["type"] == "view_submission"
    ]
    answers = {}
    for name, fields in form["view"]["state"]["values"].items():
        [answers[name]] = [_bare(content) for key, content in fields["value"].items() if key != "type"]
    return answers


def _bare(content: Any) -> Any:
    if isinstance(content, list):
        return [_bare(each) for each in content]
    return content["value"] if isinstance(content, dict) and "value" in content else content


async def test_what_an_input_cannot_mean_is_said_under_it_and_nothing_is_sent(
    look: Look, office: Office
) -> None:
    sato = await look(office.sato)
    await office.app_opens(office.sato, inputs())
    wrong = {
        "Line": ("ab", "3 文字以上で入力してください。"),
        "Count": ("12", "9 以下の数値を入力してください。"),
        "Mail": ("nobody", "有効なメールアドレスを入力してください。"),
        "Address": ("ftp://x", "有効な URL を入力してください。"),
    }
    for name, (text, _) in wrong.items():
        await sato.form.get_by_role("textbox", name=name).fill(text)

    await sato.button("submit").click()

    for name, (_, words) in wrong.items():
        field = sato.form.get_by_role("textbox", name=name)
        await expect(field).to_have_accessible_description(words)
    await expect(sato.form.get_by_role("textbox", name="Line")).to_be_focused()
    assert [each for each in office.slack.deliveries if each.payload["type"] == "view_submission"] == []
