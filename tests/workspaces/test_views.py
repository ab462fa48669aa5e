"""How Urakata introduces itself and names people, and that Slack takes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from bot.platform.blocks import Message
from bot.platform.texts import NAME, Texts
from bot.workspaces import views
from tests.payloads import NAMES, READERS, Shown, assert_reads_as_kept, patient, taken_by_a_channel

SHOWN: dict[str, Shown] = {
    "introduction": views.introduction,
    "offer": lambda texts: Message("-", views.offer(texts)),
    "stopped_digest": lambda texts: views.post_stopped("digest", texts),
    "stopped_weekly": lambda texts: views.post_stopped("weekly", texts),
    "stopped_unowned": lambda texts: views.post_stopped("unowned", texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("鈴木", "鈴木さん"),
        ("Emma", "Emmaさん"),
        ("田中部長", "田中部長"),
        ("佐藤さん", "佐藤さん"),
        ("山田 先生", "山田 先生"),
        ("改行\nのある名前", "改行 のある名前さん"),
    ],
)
def test_a_name_gets_san_in_japanese_unless_it_brings_a_title(name: str, spoken: str) -> None:
    assert views.person(name, Texts("ja")) == spoken
    assert views.person(name, Texts("en")) == name.replace("\n", " ")


@patient
@given(NAMES, READERS)
def test_any_name_stays_short(name: str, texts: Texts) -> None:
    assert len(views.person(name, texts)) <= NAME + len("さん")


@patient
@given(READERS)
def test_the_introduction_can_be_posted(texts: Texts) -> None:
    taken_by_a_channel(views.introduction(texts))
