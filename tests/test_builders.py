"""No text, count or name can make Slack refuse a message: every builder is tried with anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.builders import builders, tried
from tests.sources import Source

ROOT = Path(__file__).parent.parent
BY_HAND = {
    "bot.digests.views.shared",
    "bot.home.views.help_",
    "bot.reflections.prompt_views.notice",
    "bot.reflections.prompt_views.reminded",
    "bot.reflections.prompt_views.skipped",
    "bot.platform.notice_views.settled",
    "bot.workspaces.views.post_stopped",
}
"""They take nothing that people write."""


def sources() -> Iterator[Source]:
    for pattern in ("bot/*/*.py", "tests/*/test_*views.py"):
        for file in sorted(ROOT.glob(pattern)):
            yield Source(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8"))


def test_every_builder_is_tried_with_anything() -> None:
    every = list(sources())
    assert builders(every) - tried(every) - BY_HAND == set()


VIEW = Source("bot/memos/views.py", "def card(memo) -> Message: ...\ndef words(memo) -> str: ...\n")
HELPED = Source(
    "tests/memos/test_views.py",
    "from hypothesis import given\nfrom bot.memos import views\n"
    "def helper(memo): return views.card(memo)\n@given(1)\ndef test_any(memo): helper(memo)\n",
)
EXAMPLE = Source("tests/memos/test_views.py", "from bot.memos import views\ndef test_one(): views.card(1)\n")


def test_a_builder_that_no_property_test_reaches_is_named() -> None:
    assert builders([VIEW, EXAMPLE]) - tried([VIEW, EXAMPLE]) == {"bot.memos.views.card"}
    assert builders([VIEW, HELPED]) - tried([VIEW, HELPED]) == set()
