"""What is new to a person."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_news_elsewhere_are_marked_and_counted_where_they_mention_the_reader(
    look: Look, office: Office
) -> None:
    emma = await look(office.emma)
    budget = emma.page.get_by_role("navigation").get_by_role("button", name="budget")
    hand = office.slack.hand(office.sato)

    await hand.say(office.secret, "just so")
    await expect(budget).to_have_accessible_name("budget unread")
    await hand.say(office.secret, "@emma please")
    await expect(budget).to_have_accessible_name("budget unread 1")

    await budget.click()
    await expect(emma.page.get_by_role("heading", name="New")).to_be_visible()
    await expect(budget).to_have_accessible_name("budget")
    assert office.slack.core.reads.unread(office.emma, office.secret).messages == 0


async def test_news_outlive_a_reload_and_are_read_in_every_window_at_once(look: Look, office: Office) -> None:
    await office.slack.hand(office.sato).say(office.secret, "while you were away")
    emma, again = await look(office.emma), await look(office.emma)
    unread = [
        window.page.get_by_role("navigation").get_by_role("button", name="budget unread")
        for window in (emma, again)
    ]
    for each in unread:
        await expect(each).to_be_visible()

    await unread[0].click()

    for each in unread:
        await expect(each).to_have_count(0)
    sato = await look(office.sato)
    await expect(sato.page.get_by_text("未読")).to_have_count(0)
