"""The side of the page: tour, clock, wire and faults."""

import re
from collections.abc import AsyncIterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect
from slack_sdk.errors import SlackApiError

from bot.playground.clock import Almanac, MovableClock
from bot.playground.tour import Happening, Look, Step, Tour

from .conftest import Look as Open
from .conftest import Office, Window

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAMES = {"ja": "休みの日", "en": "Day off"}


class BothLooked:
    """Two people have looked at the page."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, happening: Happening) -> bool:
        if isinstance(happening, Look):
            self._seen.add(happening.person)
        return len(self._seen) > 1


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def desk(office: Office) -> AsyncIterator[None]:
    """A clock that can be moved, the 25th of each month off, and a tour of one step."""
    title = {"ja": "二人で見る", "en": "Look together"}
    text = {"ja": "もう一人の目で開きます。", "en": "Open `another` window."}
    slack = office.slack
    slack.desk.tour = Tour([Step("both", title, text, BothLooked())])
    slack.desk.almanac = Almanac(ZoneInfo("Asia/Tokyo"), days_off)
    clock = MovableClock()
    clock.on_move.append(slack.desk.clock_moved)
    slack.core.clock = clock
    yield


def days_off(year: int, language: str) -> dict[date, str]:
    return {date(year, month, 25): NAMES[language] for month in range(1, 13)}


def side(window: Window) -> Locator:
    return window.page.locator("#desk")


async def test_a_tour_stands_at_the_side_and_ticks_itself_off_in_every_window(
    look: Open, office: Office
) -> None:
    emma = await look(office.emma, width=1600)
    step = side(emma).get_by_role("listitem").filter(has_text="Look together")
    await expect(step).to_contain_text("Open another window.")
    await expect(emma.page.get_by_role("progressbar")).to_have_attribute("value", "0")
    sato = await look(office.sato, width=1600)
    await expect(step).to_contain_text("(done)")
    await expect(side(sato).get_by_role("listitem").filter(has_text="二人で見る")).to_contain_text("済み")
    await expect(side(sato)).to_contain_text("これで全部です")


async def test_at_a_phone_s_width_it_is_a_drawer_that_the_keyboard_reaches(
    look: Open, office: Office
) -> None:
    emma = await look(office.emma, width=380)
    await expect(side(emma)).to_contain_text("Look together")
    await emma.button("Close the side panel").click()
    await expect(side(emma)).to_be_hidden()
    toggle = emma.page.get_by_role("button", name="Behind the scenes")
    await expect(toggle).to_be_focused()
    await emma.page.keyboard.press("Enter")
    await expect(emma.page.get_by_role("tab", name="Tour")).to_be_focused()
    for name in ("Clock", "Wire", "Faults"):
        await emma.page.keyboard.press("ArrowRight")
        await expect(emma.page.get_by_role("tab", name=name, selected=True)).to_be_focused()
        await expect(emma.page.get_by_role("tabpanel", name=name)).to_be_visible()
        assert await emma.page.evaluate("document.documentElement.scrollWidth") == 380
        assert await side(emma).evaluate("(side) => side.scrollWidth <= side.clientWidth")
    await emma.page.keyboard.press("Escape")
    await expect(side(emma)).to_be_hidden()
    await expect(toggle).to_be_focused()


async def test_f6_goes_from_part_to_part_of_the_page(look: Open, office: Office) -> None:
    emma = await look(office.emma, width=1600)
    focused = emma.page.locator(":focus")
    await (await emma.composer()).focus()
    for part in ("#desk", "#top", "#sidebar", "#log", "#composer"):
        await emma.page.keyboard.press("F6")
        await expect(
            emma.page.locator(part).locator(focused).or_(emma.page.locator(f"{part}:focus"))
        ).to_be_visible()
    await emma.page.keyboard.press("Shift+F6")
    await expect(focused).to_have_accessible_name("Messages in #general")


async def test_the_clock_is_moved_to_a_day_off_that_the_calendar_names(look: Open, office: Office) -> None:
    sato = await look(office.sato, width=1600)
    await sato.page.get_by_role("tab", name="時計").click()
    await sato.page.get_by_role("button", name="次の月").click()
    day = side(sato).get_by_role("button", name="25日")
    await expect(day).to_have_accessible_name(re.compile(NAMES["ja"]))
    await day.click()
    await sato.page.keyboard.press("ArrowRight")
    await expect(side(sato).locator("[aria-pressed=true]")).to_be_focused()
    await sato.page.get_by_label("時刻").fill("16:30")
    await sato.button("時計を進める").click()
    await expect(side(sato).locator(".clock-face")).to_contain_text("26日")
    await expect(side(sato).locator(".clock-face")).to_contain_text("16:30")
    moved = office.slack.core.clock().astimezone(ZoneInfo("Asia/Tokyo"))
    assert (moved.day, f"{moved:%H:%M}") == (26, "16:30")
    emma = await look(office.emma, width=1600)
    await expect(emma.page.get_by_role("button", name="Behind the scenes")).to_contain_text("26")


@pytest.mark.usefixtures("app")
async def test_the_wire_shows_what_was_refused_and_unfolds(look: Open, office: Office) -> None:
    emma = await look(office.emma, width=1600)
    await emma.page.get_by_role("tab", name="Wire").click()
    await emma.type("/note <b>this</b>")
    command = side(emma).locator("details").filter(has_text="/note").first
    await expect(command).to_contain_text("ms")
    await command.locator("summary").first.click()
    await expect(command).to_contain_text('"Kept: &lt;b&gt;this&lt;/b&gt;"')
    await emma.page.get_by_role("tab", name="Faults").click()
    await emma.page.get_by_role("checkbox", name="Revoke the token").check()
    await expect(emma.page.get_by_role("checkbox", name="Revoke the token")).to_be_checked()
    await emma.type("/card")
    await emma.page.get_by_role("tab", name="Wire").click()
    await emma.page.get_by_role("combobox", name="Show").select_option("refused")
    refused = side(emma).locator("details").filter(has_text="token_revoked").first
    await expect(refused).to_be_visible()
    await expect(side(emma).locator("details").filter(has_text="/note")).to_have_count(0)
    await emma.page.get_by_role("searchbox").fill("nothing like that")
    await expect(side(emma)).to_contain_text("Nothing fits the filter.")


async def test_how_many_calls_are_still_to_go_wrong_is_counted_down(look: Open, office: Office) -> None:
    emma = await look(office.emma, width=1600)
    await emma.page.get_by_role("tab", name="Faults").click()
    await emma.button("Rate-limit the next 5 calls").click()
    await expect(side(emma)).to_contain_text("5 still to come")
    with pytest.raises(SlackApiError):
        await office.app_says("not now")
    await expect(side(emma)).to_contain_text("4 still to come")


async def test_a_channel_is_archived_and_brought_back_from_the_side(look: Open, office: Office) -> None:
    emma = await look(office.emma, width=1600)
    await emma.page.get_by_role("tab", name="Faults").click()
    await emma.button("Archive").click()
    await expect(emma.page.get_by_role("main")).to_contain_text("This channel is archived.")
    await emma.button("Unarchive").click()
    await emma.composer()
    assert not office.general.archived
