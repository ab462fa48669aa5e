"""Threads at the side."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_reply_stands_in_the_thread_and_is_counted_in_the_channel(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)
    await emma.type("Who has the key?")
    await emma.message("Who has the key?").hover()
    await emma.button("Reply in thread").click()

    await emma.type("I do", composer="Reply to thread")

    thread = emma.page.get_by_role("complementary", name="Thread")
    await expect(thread.get_by_role("listitem").filter(has_text="I do")).to_be_visible()
    await expect(emma.log.get_by_text("I do")).to_have_count(0)
    await sato.button("1 件の返信").click()
    await expect(sato.page.get_by_role("complementary", name="スレッド")).to_contain_text("I do")
    await emma.button("Close thread").click()
    await expect(thread).to_be_hidden()


async def test_a_reply_may_be_sent_to_the_channel_too(look: Look, office: Office) -> None:
    parent = await office.slack.hand(office.sato).say(office.general, "Who has the key?")
    emma = await look(office.emma)
    await emma.message("Who has").hover()
    await emma.button("Reply in thread").click()

    await emma.page.get_by_role("checkbox", name="Also send to #general").check()
    await emma.type("I do", composer="Reply to thread")

    await expect(emma.message("I do")).to_contain_text("replied to a thread")
    await expect(emma.page.get_by_role("checkbox")).not_to_be_checked()
    reply = office.slack.messages(office.general)[-1]
    assert (reply.thread_ts, reply.broadcast) == (parent.ts, True)


async def test_a_command_in_a_thread_is_refused_as_in_slack(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    await emma.type("Let us note this")
    await emma.message("Let us note this").hover()
    await emma.button("Reply in thread").click()

    await emma.type("/note this", composer="Reply to thread")

    thread = emma.page.get_by_role("complementary", name="Thread")
    await expect(thread).to_contain_text("/note is not supported in threads. Sorry!")
    await expect(await emma.composer("Reply to thread")).to_have_value("/note this")
    assert office.slack.deliveries == []


async def test_a_permalink_opens_its_thread_in_the_page(look: Look, office: Office) -> None:
    hand = office.slack.hand(office.sato)
    parent = await hand.say(office.secret, "What does it cost?")
    reply = await hand.say(office.secret, "Too much", thread_ts=parent.ts)
    emma = await look(office.emma)
    place = f"{office.slack.url}/archives/{office.secret.id}/p{reply.ts.replace('.', '')}"
    await office.app_says(f"<{place}?thread_ts={parent.ts}&cid={office.secret.id}|The answer>")

    await emma.page.get_by_role("link", name="The answer").click()

    await expect(emma.page.get_by_role("heading", name="#budget")).to_be_visible()
    await expect(emma.page.get_by_role("complementary", name="Thread")).to_contain_text("Too much")
    assert len(emma.page.context.pages) == 1
