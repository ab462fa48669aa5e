"""Commands typed into the composer."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.usefixtures("app")
async def test_the_answer_to_a_command_is_marked_as_seen_by_one_only(look: Look, office: Office) -> None:
    emma, sato = await look(office.emma), await look(office.sato)

    await emma.type("/note release on Dec 5")

    answer = emma.message("Kept: release on Dec 5")
    await expect(answer).to_contain_text("Only visible to you")
    await expect(answer).to_contain_text("Notes")
    await expect(sato.message("Kept")).to_have_count(0)


@pytest.mark.usefixtures("app")
async def test_a_command_nobody_answers_fails_as_in_slack_and_is_given_back(
    look: Look, office: Office
) -> None:
    office.slack.core.deliveries.patience = 0.3
    emma = await look(office.emma)

    await emma.type("/broken anything")

    failed = emma.message('/broken failed with the error "dispatch_failed"')
    await expect(failed).to_contain_text("Only visible to you")
    await expect(await emma.composer()).to_have_value("/broken anything")


async def test_a_command_that_does_not_exist_is_refused_and_given_back(look: Look, office: Office) -> None:
    emma = await look(office.emma)

    await emma.type("/nothing at all")

    await expect(emma.message("/nothing is not a valid command")).to_be_visible()
    await expect(await emma.composer()).to_have_value("/nothing at all")
    await emma.button("Dismiss message").click()
    await expect(emma.message("/nothing")).to_have_count(0)


async def test_the_composer_offers_commands_with_their_hints(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    box, offered = await emma.composer(), emma.page.get_by_role("listbox").get_by_role("option")

    await box.press_sequentially("/no")
    await expect(offered).to_have_text(["/note [text] Keeps a note"])
    await box.press("Enter")

    await expect(box).to_have_value("/note ")
    await expect(offered).to_have_text(["/note [text] Keeps a note"])
    await box.press("Escape")
    await expect(offered).to_have_count(0)


async def test_the_composer_completes_people_by_any_of_their_names(look: Look, office: Office) -> None:
    emma = await look(office.emma)
    box = await emma.composer()

    await box.press_sequentially("please @鈴")
    await box.press("Tab")
    await expect(box).to_have_value("please @suzuki ")
    await box.press("Enter")

    await expect(emma.message("please")).to_contain_text("@鈴木")
    assert office.slack.messages(office.general)[0].text == f"please <@{office.suzuki.id}>"


@pytest.mark.usefixtures("app")
async def test_someone_is_invited_by_slack_s_own_command(look: Look, office: Office) -> None:
    emma = await look(office.emma, query=f"&channel={office.secret.id}")

    await emma.type("/invite @suzuki", composer="Message #budget")

    await expect(emma.page.get_by_text("3 members").or_(emma.page.get_by_text("4 members"))).to_be_visible()
    await expect(emma.message("has joined")).to_contain_text("鈴木")
    assert office.suzuki.id in office.secret.members
