"""Narrow and wide windows, light and dark."""

import pytest
from playwright.async_api import expect

from .conftest import Look, Office
from .gallery import BLOCKS, inputs

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG = "https://example.com/" + "long" * 60

PAIRS = (
    ("--ink", "--ground"),
    ("--ink", "--raised"),
    ("--ink", "--own"),
    ("--quiet", "--ground"),
    ("--quiet", "--raised"),
    ("--quiet", "--hover"),
    ("--quiet", "--own"),
    ("--side-ink", "--side-chosen"),
    ("--side-quiet", "--side"),
    ("--accent-ink", "--accent"),
    ("--danger-ink", "--danger"),
    ("--danger", "--ground"),
    ("--link", "--ground"),
    ("--link", "--own"),
    ("--mention", "--mention-ground"),
    ("--me-ink", "--me-ground"),
    ("--code", "--raised"),
    ("--badge-ink", "--badge"),
    ("--ink", "--hover"),
    ("--side-ink", "--side-hover"),
    ("--danger", "--raised"),
)
AA = 4.5


@pytest.mark.parametrize("width", [380, 800])
async def test_that_the_app_is_not_there_is_said_in_one_line(look: Look, office: Office, width: int) -> None:
    sato = await look(office.sato, width=width)
    status = sato.page.get_by_role("status")
    await expect(status).to_have_text("アプリが接続していません")
    assert await status.evaluate("(node) => node.clientHeight < 30")


@pytest.mark.usefixtures("app")
async def test_a_phone_s_width_scrolls_down_only(look: Look, office: Office) -> None:
    emma = await look(office.emma, width=380)
    await emma.type(LONG)
    await emma.type("/card")
    await expect(emma.button("done")).to_be_visible()

    assert await emma.page.evaluate("document.documentElement.scrollWidth") == 380
    assert await emma.log.evaluate("(log) => log.scrollWidth === log.clientWidth")


@pytest.mark.usefixtures("app")
async def test_at_a_phone_s_width_every_block_and_input_has_its_place(look: Look, office: Office) -> None:
    emma = await look(office.emma, width=380)
    await office.app_says("fallback", BLOCKS)
    await expect(emma.button("Good")).to_be_visible()
    assert await emma.log.evaluate("(log) => log.scrollWidth === log.clientWidth")

    await office.app_opens(office.emma, inputs())
    fields = emma.form.locator(".fields-of-form")
    await expect(fields).to_be_visible()
    assert await fields.evaluate("(box) => box.scrollWidth === box.clientWidth")


async def test_with_a_finger_a_message_s_menu_is_there_without_hovering(look: Look, office: Office) -> None:
    emma = await look(office.emma, width=380, has_touch=True, is_mobile=True)
    await emma.type("Tap me")

    more = emma.message("Tap me").get_by_role("button", name="More actions")
    await expect(more.locator("..")).to_have_css("opacity", "1")
    await more.tap()

    await expect(emma.page.get_by_role("menuitem", name="Keep note")).to_be_visible()


async def test_at_a_phone_s_width_the_channels_are_one_tap_away(look: Look, office: Office) -> None:
    emma = await look(office.emma, width=380)
    channels = emma.page.get_by_role("navigation")
    await emma.composer()
    await expect(channels).to_be_hidden()

    await emma.button("Channel list").click()
    await channels.get_by_role("button", name="budget").click()

    await expect(channels).to_be_hidden()
    await emma.composer("Message #budget")


async def test_a_wide_window_shows_channels_messages_and_thread_side_by_side(
    look: Look, office: Office
) -> None:
    emma = await look(office.emma, width=1600)
    await emma.type("Side by side")
    await emma.message("Side by side").hover()
    await emma.button("Reply in thread").click()

    for part in ("#sidebar", "#channel", "#thread"):
        await expect(emma.page.locator(part)).to_be_in_viewport(ratio=1)
    assert await emma.page.evaluate("document.documentElement.scrollWidth") == 1600


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_pair_of_colours_can_be_read(look: Look, office: Office, scheme: str) -> None:
    emma = await look(office.emma, color_scheme=scheme)
    read = "(names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name))"

    for ink, ground in PAIRS:
        colours = await emma.page.evaluate(read, [ink, ground])
        assert contrast(*colours) >= AA, (scheme, ink, ground)


def contrast(one: str, other: str) -> float:
    """Of two colours #rrggbb, after WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
