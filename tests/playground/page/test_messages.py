"""Messages written, seen and read."""

from base64 import b64decode
from typing import Any

import pytest
from playwright.async_api import expect

from bot.playground import talk

from .conftest import Look, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOSTILE = (
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "<a href=javascript:window.hacked=1>x</a>",
    "&lt;b&gt; &amp;amp; <!-- -->",
    "*<u>bold</u>* `<b>code</b>` _</li></ol>_",
    "<javascript:window.hacked=1|press me>",
)


async def test_a_message_sent_is_seen_at_once_by_everyone_who_looks(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)

    await emma.type("The printer is back")

    await expect(emma.message("The printer is back")).to_contain_text("Emma")
    await expect(sato.message("The printer is back")).to_contain_text("Emma")
    await expect(await emma.composer()).to_have_value("")
    assert [message.text for message in office.slack.messages(office.general)] == ["The printer is back"]


async def test_shift_enter_starts_a_new_line_and_enter_sends_both(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    box = await emma.composer()

    await box.fill("one")
    await box.press("Shift+Enter")
    await box.press_sequentially("two")
    await box.press("Enter")

    await expect(emma.message("two")).to_be_visible()
    assert office.slack.messages(office.general)[0].text == "one\ntwo"


async def test_enter_while_an_input_method_composes_sends_nothing(look: Look, office: Office) -> None:
    sato = await look(office.sato)
    box = await sato.composer("#general へのメッセージ")
    await box.fill("決定")

    enter = "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}"
    await box.evaluate(f"(box) => box.dispatchEvent(new KeyboardEvent('keydown', {enter}))")
    await expect(box).to_have_value("決定")
    await box.press("Enter")

    await expect(sato.message("決定")).to_have_count(1)
    assert len(office.slack.messages(office.general)) == 1


async def test_hostile_text_stays_text(look: Look, office: Office) -> None:
    mallory = office.slack.add_person("mallory", real_name="<img src=x onerror=window.hacked=1>")
    office.general.members.append(mallory.id)
    window = await look(mallory)

    for text in HOSTILE:
        await window.type(text)
        await expect(window.log.get_by_text(text.split("<")[-1].strip("_* ")).last).to_be_visible()

    shown = await window.log.inner_text()
    assert all(text in shown for text in HOSTILE if "*" not in text)
    assert await window.log.locator("img, script, svg, iframe, u, [onerror], [onload]").count() == 0
    assert await window.log.locator("a").count() == 0
    assert await window.page.evaluate("window.hacked") is None


async def test_hostile_text_of_the_app_stays_text(look: Look, office: Office) -> None:
    hostile = "<img src=x onerror=window.hacked=1>"
    link = "<javascript:window.hacked=1|press> <https://example.com/&quot;onclick=x|safe>"
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": hostile}},
        {"type": "section", "text": {"type": "mrkdwn", "text": f"{hostile} {link}"}},
        {
            "type": "actions",
            "elements": [
                {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": hostile}}
            ],
        },
    ]
    emma = await look(office.emma)

    await office.app_says("fallback", blocks)

    await expect(emma.button(hostile)).to_be_visible()
    assert await emma.log.locator("img").count() == 0
    links = await emma.log.locator("a").evaluate_all(
        "(all) => all.map((each) => new URL(each.href).protocol)"
    )
    assert links == ["https:"]
    assert await emma.page.evaluate("window.hacked") is None


async def test_mrkdwn_is_shown_as_slack_shows_it(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    text = (
        f"*bold* _italic_ ~gone~ `code` 日本語*太字*です <@{office.sato.id}> <#{office.secret.id}>"
        " <!here> :memo:\n"
        "&gt; quoted\n```\n*raw* &lt;b&gt;\n```\n"
        "<https://example.com|a link> <!date^1764921600^{date_num} {time}|then> 10:30:45"
    )

    await office.app_says(text)

    message = emma.message("italic")
    marks = {"strong": "bold", "em": "italic", "s": "gone", "code": "code", "pre": "*raw* <b>"}
    for tag, content in (marks | {"blockquote": "quoted", "a": "a link"}).items():
        await expect(message.locator(tag)).to_have_text(content)
    for content in ("日本語*太字*です", "@佐藤", "#budget", "@here", "📝", "2025-12-05 8:00 AM", "10:30:45"):
        await expect(message).to_contain_text(content)


async def test_a_private_channel_is_not_named_to_who_is_outside(look: Look, office: Office) -> None:
    suzuki = await look(office.suzuki)

    await office.app_says(f"See <#{office.secret.id}|budget>")

    await expect(suzuki.message("See")).to_contain_text("🔒プライベートチャンネル")
    await expect(suzuki.page.get_by_text("budget")).to_have_count(0)


async def test_a_reaction_is_added_from_the_menu_and_taken_back(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("Decided")

    await emma.choose("Decided", "Add reaction :memo:")
    reaction = emma.message("Decided").get_by_role("button", name=":memo: Emma")
    await expect(reaction).to_have_attribute("aria-pressed", "true")
    await reaction.click()

    await expect(reaction).to_have_count(0)


async def test_any_emoji_is_found_for_a_reaction(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)
    await emma.type("Shipped")
    await emma.message("Shipped").hover()

    await emma.button("Add reaction…").click()
    await emma.page.get_by_role("searchbox", name="Search emoji").fill("rocket")
    await emma.page.keyboard.press("Enter")
    await sato.message("Shipped").get_by_role("button", name=":rocket: Emma").click()

    await expect(emma.message("Shipped").get_by_role("button", name=":rocket: Emma, 佐藤")).to_be_visible()


async def test_one_s_own_words_are_edited_and_deleted(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)
    await emma.type("I ask @sato & co, 1 < 2")

    await emma.choose("I ask", "Edit message")
    box = emma.form.get_by_role("textbox", name="Message text")
    await expect(box).to_have_value("I ask @sato & co, 1 < 2")
    await box.fill("I asked @sato & co")
    await box.press("Enter")
    await expect(sato.message("I asked @佐藤 & co")).to_contain_text("(編集済み)")

    await emma.choose("I asked", "Delete message")
    await emma.button("Delete").click()
    await expect(sato.message("I asked")).to_have_count(0)
    await sato.type("not yours", composer="#general へのメッセージ")
    await emma.message("not yours").hover()
    await emma.message("not yours").get_by_role("button", name="More actions").click()
    await expect(emma.page.get_by_role("menuitem", name="Edit message")).to_have_count(0)


async def test_an_attachment_is_shown_with_its_fields(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    fields = [{"title": "Amount", "value": "*12*"}]
    about = {"color": "danger", "title": "Bill <b>", "text": "_due_", "fields": fields, "footer": "Shop"}

    await office.client.chat_postMessage(channel=office.general.id, text="See", attachments=[about])

    for text in ("Bill <b>", "due", "Amount", "12", "Shop"):
        await expect(emma.message("See")).to_contain_text(text)


async def test_an_edited_message_says_so(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    hand = office.slack.hand(office.sato)
    message = await hand.say(office.general, "first")
    await expect(emma.message("first")).to_be_visible()

    await hand.edit(message, "second")

    await expect(emma.message("second")).to_contain_text("(edited)")


async def test_a_file_shows_its_name_and_leads_to_it(look: Look, office: Office) -> None:
    emma, core = await look(office.emma), office.slack.core
    address = f"{core.url}/files/F1/memos.csv"
    file = {"id": "F1", "name": "memos <b>.csv", "url_private": address}
    talk.post(core, office.general, core.workspace.bot, "Here it is", files=[file])

    link = emma.message("Here it is").get_by_role("link", name="memos <b>.csv")
    await expect(link).to_have_attribute("href", address)


async def test_what_others_say_is_read_aloud_once(look: Look, office: Office) -> None:
    emma, hand = await look(office.emma), office.slack.hand(office.sato)
    aloud = emma.page.locator("#announcer")

    await hand.say(office.general, "Lunch is here")

    await expect(aloud).to_have_text("佐藤: Lunch is here")
    await emma.type("Coming")
    await expect(emma.message("Coming")).to_be_visible()
    await expect(aloud).to_have_text("佐藤: Lunch is here")


async def test_a_picture_the_app_uploads_is_shown_and_described(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    dot = b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    )

    await office.client.files_upload_v2(
        channel=office.general.id,
        filename="chart.png",
        title="Open tasks",
        content=dot,
        initial_comment="See",
    )

    picture = emma.message("See").get_by_role("img", name="Open tasks")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("(image) => image.naturalWidth") == 1
