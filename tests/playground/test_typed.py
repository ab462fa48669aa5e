"""What becomes of typed text."""

import pytest

from tests.playground.conftest import World


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("plain", "plain"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<@U123> <!channel>", "&lt;@U123&gt; &lt;!channel&gt;"),
        ("@suzuki, hello", "<@{suzuki}>, hello"),
        ("@鈴木さんへ", "<@{suzuki}>さんへ"),
        ("@Ken Sato", "<@{sato}>"),
        ("@suzuki2 @nobody", "@suzuki2 @nobody"),
        ("mail@sato.example", "mail@sato.example"),
        ("#general #nowhere", "<#{general}|general> #nowhere"),
        ("@here and @channel", "<!here> and <!channel>"),
        ("https://a.example/?b=1&c=2。", "<https://a.example/?b=1&amp;c=2>。"),
        ("see https://a.example/@sato.", "see <https://a.example/@sato>."),
        ("`@sato <b>` @sato", "`@sato &lt;b&gt;` <@{sato}>"),
        ("```\n@sato #general\n```", "```\n@sato #general\n```"),
    ],
)
async def test_text_is_stored_as_slack_stores_it(world: World, typed: str, stored: str) -> None:
    message = await world.hand.say(world.general, typed)
    ids = {"suzuki": world.suzuki.id, "sato": world.sato.id, "general": world.general.id}
    assert message.text == stored.format(**ids)


async def test_channels_one_does_not_see_stay_words(world: World) -> None:
    world.slack.add_channel("hidden", [world.sato], private=True)
    assert (await world.hand.say(world.general, "#hidden")).text == "#hidden"
