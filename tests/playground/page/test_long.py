"""Ten thousand messages in a channel."""

import pytest
from playwright.async_api import expect

from bot.playground import talk

from .conftest import Look, Office, Window

pytestmark = pytest.mark.asyncio(loop_scope="session")

MANY = 10_000
ROWS = "#log .message"


def talked(office: Office, many: int = MANY) -> None:
    people = (office.sato, office.suzuki, office.emma)
    for number in range(many):
        text = f"No. {number} " + "words 言葉 " * (number % 40)
        talk.post(office.slack.core, office.general, people[number // 3 % 3], text)


async def first_seen(window: Window) -> tuple[str, float]:
    """The ts of the first message that is wholly seen, and where it stands."""
    ts, top = await window.page.evaluate(
        """() => {
          const top = document.querySelector("#log").getBoundingClientRect().top;
          const place = (row) => row.getBoundingClientRect().top;
          const row = [...document.querySelectorAll("#log .message")].find((each) => place(each) > top);
          return [row.dataset.ts, place(row)];
        }"""
    )
    return ts, top


async def test_only_what_is_seen_of_a_long_channel_is_drawn(look: Look, office: Office) -> None:
    talked(office)

    emma = await look(office.emma)

    await expect(emma.log.get_by_text(f"No. {MANY - 1} ")).to_be_in_viewport()
    assert await emma.page.locator(ROWS).count() < 200
    last = emma.log.get_by_role("listitem").last
    assert await last.get_attribute("aria-setsize") == await last.get_attribute("aria-posinset")
    await emma.log.evaluate("(log) => (log.scrollTop = 0)")
    await expect(emma.log.get_by_text("No. 0 ")).to_be_in_viewport()
    await emma.log.evaluate("(log) => (log.scrollTop = log.scrollHeight / 2)")
    await expect(emma.log.get_by_text("No. 0 ")).to_have_count(0)
    await expect(emma.page.locator(ROWS).first).to_be_attached()


async def test_who_stands_at_the_end_sees_what_comes_and_grows_there(look: Look, office: Office) -> None:
    talked(office, 300)
    emma, hand = await look(office.emma), office.slack.hand(office.sato)
    await expect(emma.log.get_by_text("No. 299 ")).to_be_in_viewport()

    for number in range(5):
        last = await hand.say(office.general, f"news {number}\n" * 8)
    await hand.edit(last, "longer\n" * 12 + "the very end")

    await expect(emma.log.get_by_text("the very end")).to_be_in_viewport(ratio=1)
    await emma.page.set_viewport_size({"width": 700, "height": 500})
    await expect(emma.log.get_by_text("(edited)")).to_be_in_viewport()


async def test_who_reads_further_up_stays_there_whatever_comes_and_goes(look: Look, office: Office) -> None:
    talked(office, 1000)
    emma = await look(office.emma)
    await expect(emma.log.get_by_text("No. 999 ")).to_be_visible()
    await emma.log.evaluate("(log) => (log.scrollTop -= 4000)")
    await emma.page.wait_for_timeout(200)
    before = await first_seen(emma)

    hand = office.slack.hand(office.sato)
    await hand.say(office.general, "brand new\n" * 10)
    drawn = await emma.page.locator(ROWS).first.get_attribute("data-ts")
    above = next(each for each in office.slack.messages(office.general) if each.ts == drawn)
    talk.change(office.slack.core, above, office.sato, "longer\n" * 8, None)
    await expect(emma.page.locator(f"[data-ts='{drawn}']")).to_contain_text("longer")

    ts, top = await first_seen(emma)
    assert (ts, round(top - before[1], -1)) == (before[0], 0)


async def test_who_says_something_further_up_is_taken_to_the_end(look: Look, office: Office) -> None:
    talked(office, 1000)
    emma = await look(office.emma)
    await expect(emma.log.get_by_text("No. 999 ")).to_be_visible()
    await emma.log.evaluate("(log) => (log.scrollTop -= 4000)")
    await emma.page.wait_for_timeout(200)

    await emma.type("here at the end")

    await expect(emma.log.get_by_text("here at the end")).to_be_in_viewport()


async def test_a_permalink_leads_far_back_and_into_its_thread(look: Look, office: Office) -> None:
    talked(office, 1000)
    hand, parent = office.slack.hand(office.sato), office.slack.messages(office.general)[20]
    reply = await hand.say(office.general, "far back", thread_ts=parent.ts)
    emma = await look(office.emma)
    place = f"{office.slack.url}/archives/{office.general.id}/p"
    link = f"{place}{reply.ts.replace('.', '')}?thread_ts={parent.ts}"
    await hand.say(office.general, f"See {place}{parent.ts.replace('.', '')}")

    await emma.message("See").get_by_role("link").click()
    await expect(emma.log.get_by_text("No. 20 ")).to_be_in_viewport()
    await emma.page.goto(link)

    thread = emma.page.get_by_role("complementary")
    await expect(thread.get_by_text("far back")).to_be_in_viewport()


async def test_a_long_channel_is_walked_with_the_arrow_keys(look: Look, office: Office) -> None:
    talked(office, 400)
    emma = await look(office.emma)
    await expect(emma.log.get_by_text("No. 399 ")).to_be_visible()

    await emma.log.focus()
    for _ in range(60):
        await emma.page.keyboard.press("ArrowUp")
        await emma.page.evaluate("new Promise(requestAnimationFrame)")

    row = emma.page.locator(f"{ROWS}:focus")
    await expect(row).to_contain_text("No. 340 ")
    await expect(row).to_be_in_viewport()
    await emma.page.keyboard.press("Tab")
    await emma.page.keyboard.press("Tab")
    await emma.page.keyboard.press("Tab")
    await expect(row.get_by_role("button", name="More actions")).to_have_count(0)
    await expect(emma.page.locator(":focus")).to_have_accessible_name("More actions")
    await emma.page.keyboard.press("ArrowUp")
    await expect(row).to_contain_text("No. 339 ")
