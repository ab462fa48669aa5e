"""Nothing people wrote pings, links or breaks out of where it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.platform import markup
from bot.platform.markup import Mrkdwn

LIVE = re.compile(r"<[^<>]*>")
HOSTILE = st.sampled_from(
    [
        "<!channel>",
        "<!here|here>",
        "<!subteam^S1>",
        "<@U1>",
        "<#C1|general>",
        "<!date^0^{date}|x>",
        "<https://a.example|https://b.example>",
        "<javascript:alert(1)|x>",
        "<mailto:a@b.example>",
        "https://a.example/?a=1&b=<2>|c",
        "http://",
        "&lt;!channel&gt;",
        "&amp;",
        "|",
        "<",
        ">",
        "&",
        "\n",
        "\u2028",
        "会議",
        ":memo:",
    ]
)
TEXTS = st.lists(st.one_of(HOSTILE, st.text()), max_size=8).map("".join)
NAMES = {"U1": "鈴木"}


def as_read(mrkdwn: str) -> str:
    """What Slack shows of our markup: links stand for themselves, entities are characters."""
    bare = re.sub(r"<(https?://[^<>|]*)>", r"\1", mrkdwn)
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@given(TEXTS)
@example("<!channel> <@U1> <#C1> <!subteam^S1|@team>")
@example("https://a.example/<!channel>")
def test_of_any_text_only_web_addresses_stay_alive(text: str) -> None:
    for entity in LIVE.findall(markup.escape(text)):
        assert re.fullmatch(r"<https?://[^<>|]*>", entity)


@given(TEXTS)
def test_an_escaped_text_reads_as_it_was_written(text: str) -> None:
    assert as_read(markup.escape(text)) == text


@given(TEXTS)
def test_an_escaped_text_has_no_stray_brackets(text: str) -> None:
    assert not set("<>") & set(LIVE.sub("", markup.escape(text)))


@pytest.mark.parametrize(
    ("text", "mrkdwn"),
    [
        ("see https://a.example/x?y=1&z=2.", "see <https://a.example/x?y=1&amp;z=2>."),
        ("(https://a.example)", "(<https://a.example>)"),
        ("https://a.example/会議", "<https://a.example/>会議"),
        ("ftp://a.example javascript:alert(1)", "ftp://a.example javascript:alert(1)"),
        ("https://a.example|label", "<https://a.example>|label"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ],
)
def test_addresses_become_links_and_nothing_else_does(text: str, mrkdwn: str) -> None:
    assert markup.escape(text) == mrkdwn


@given(TEXTS)
def test_what_is_typed_into_slack_comes_back_as_the_plain_text_it_was(text: str) -> None:
    """Slack stores typed text with its entities encoded; addresses in angle brackets."""
    assert markup.plain(markup.escape(text), NAMES.get) == text


@pytest.mark.parametrize(
    ("stored", "plain"),
    [
        ("<@U1> さん", "@鈴木 さん"),
        ("<@U1|hanako>", "@鈴木"),
        ("<@U9|ken>", "@ken"),
        ("<@U9>", "@U9"),
        ("<#C1|general>", "#general"),
        ("<#C1>", "#C1"),
        ("<!here>", "@here"),
        ("<!channel|everyone here>", "everyone here"),
        ("<!subteam^S1|@team>", "@team"),
        ("<!subteam^S1>", "@subteam"),
        ("<!date^1392734382^{date}|Feb 18, 2014>", "Feb 18, 2014"),
        ("<https://a.example>", "https://a.example"),
        ("<https://a.example|a.example>", "a.example (https://a.example)"),
        ("<https://a.example|https://a.example>", "https://a.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<tel:+81312345678|03-1234-5678>", "03-1234-5678 (+81312345678)"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("&amp;lt;", "&lt;"),
        ("a < b", "a < b"),
    ],
)
def test_stored_markup_is_read_as_a_person_reads_it(stored: str, plain: str) -> None:
    assert markup.plain(stored, NAMES.get) == plain


@given(TEXTS)
def test_reading_markup_never_fails(text: str) -> None:
    assert isinstance(markup.plain(text, NAMES.get), str)


@given(TEXTS, st.integers(min_value=60, max_value=200))
@example("&" * 500, 60)
@example("https://a.example/" + "x" * 500, 60)
def test_pieces_keep_to_the_limit_and_together_are_the_text(text: str, limit: int) -> None:
    pieces = list(markup.pieces(text, limit))
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join(as_read(piece) for piece in pieces) == text


@given(TEXTS)
def test_a_link_is_one_link_whatever_its_label_says(label: str) -> None:
    link = markup.link("https://a.example/p1", label)
    assert LIVE.fullmatch(link)
    assert link.startswith("<https://a.example/p1|")
    assert link.count("|") == 1
    assert "\n" not in link


@given(TEXTS)
def test_bold_text_stays_on_its_line(text: str) -> None:
    assert "\n" not in markup.bold(text)


@given(TEXTS, st.integers(min_value=1, max_value=50))
def test_a_clipped_text_fits_and_says_that_it_was_clipped(text: str, limit: int) -> None:
    clipped = markup.clip(text, limit)
    assert len(clipped) <= limit
    assert clipped == text if len(text) <= limit else clipped.endswith("…")


def test_mentioned_people_come_in_the_order_of_the_text() -> None:
    assert markup.mentioned("<@U2|ken> and <@W1>, not <#C1> or &lt;@U3&gt;") == ["U2", "W1"]


def test_what_is_markup_already_can_be_told_from_text() -> None:
    assert isinstance(markup.escape("x"), Mrkdwn)
    assert isinstance(markup.link("https://a.example", "x"), Mrkdwn)
