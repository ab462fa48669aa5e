"""What is built, held against what Slack takes, and words to build it from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.platform.blocks import Message
from bot.platform.texts import LANGUAGES, Texts
from bot.playground.limits import check_message, check_update, check_view

MOST_POSTED = 11_000
"""Characters in all blocks of a posted message; Slack refuses somewhere above, without documenting where:
https://github.com/slackapi/bolt-js/issues/2867
"""
LIVE = re.compile(r"<[!@#]")
"""How every mention begins that Slack would act on."""

AWKWARD = (
    "<!channel>",
    "<@U123>",
    "<#C1|x>",
    "&",
    "<",
    ">",
    "*_~`",
    "|",
    "\n",
    "　",
    "https://a.example/b?c=d&e ",
)
READERS = st.sampled_from(LANGUAGES).map(Texts)

patient = settings(deadline=None, max_examples=60)

View = dict[str, Any]
Shown = Callable[[Texts], Message | View]


def saying(most: int) -> st.SearchStrategy[str]:
    """Any words of at most `most` characters: as people type, in all scripts, and as nobody should."""
    awkward = st.lists(st.sampled_from([*AWKWARD, "会議", "word "]), min_size=1, max_size=8).map("".join)
    repeated = st.builds(lambda text, times: (text * times)[:most], awkward, st.integers(1, most))
    either = st.one_of(st.text(min_size=1, max_size=min(most, 200)), repeated)
    return either.map(lambda text: text.strip()[:most]).filter(bool)


NAMES = saying(80)


def taken(message: Message) -> None:
    """Slack takes it as an answer, and nothing in it pings anybody."""
    payload = message.payload()
    check_message(payload["blocks"])
    check_update(payload["text"])
    assert_harmless(payload)


def taken_by_a_channel(message: Message) -> None:
    """The same for what is posted for all to see."""
    taken(message)
    assert sum(len(node["text"]) for node in texts_of(message.payload()["blocks"])) < MOST_POSTED


def taken_as_form(view: View) -> None:
    check_view(view)
    assert_harmless(view)


def assert_harmless(payload: object) -> None:
    marked = [node["text"] for node in texts_of(payload) if node["type"] == "mrkdwn"]
    if isinstance(payload, dict) and isinstance(payload.get("text"), str):
        marked.append(payload["text"])
    assert not [text for text in marked if LIVE.search(text)]


def texts_of(node: object) -> Iterator[dict[str, str]]:
    """Every text object in a payload."""
    if isinstance(node, dict):
        if node.get("type") in ("mrkdwn", "plain_text"):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from texts_of(child)


def assert_reads_as_kept(shown: Shown, snapshot: SnapshotAssertion) -> None:
    """In both languages as in the snapshot, one that a person has read."""
    written = {texts.language: _written(shown(texts)) for texts in map(Texts, LANGUAGES)}
    assert written == snapshot.use_extension(JSONSnapshotExtension)


def _written(shown: Message | View) -> object:
    return (
        {"text": shown.payload()["text"], "blocks": shown.payload()["blocks"]}
        if isinstance(shown, Message)
        else shown
    )
