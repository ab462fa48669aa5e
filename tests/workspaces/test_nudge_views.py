"""How one message about several things reads, and that Slack takes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.blocks import Message, said
from bot.platform.texts import Texts
from bot.workspaces import nudge_views
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, saying, taken, taken_by_a_channel

PARTS = {kind: Message(f"{kind}のこと", [said(f"{kind}のこと")]) for kind in ("unowned", "weekly")}

SHOWN: dict[str, Shown] = {
    "one_thing": lambda texts: nudge_views.bundle({"weekly": PARTS["weekly"]}, (), texts),
    "several_things": lambda texts: nudge_views.bundle(PARTS, {"weekly"}, texts),
    "nothing_any_more": lambda texts: nudge_views.bundle({}, (), texts),
    "muted": lambda texts: nudge_views.muted("weekly", texts),
    "unmuted": nudge_views.unmuted,
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@patient
@given(st.dictionaries(st.sampled_from(["unowned", "weekly"]), saying(500)), READERS)
def test_any_things_can_be_told_together(texts_by_kind: dict[str, str], texts: Texts) -> None:
    parts = {kind: Message(text, [said(text)]) for kind, text in texts_by_kind.items()}
    taken_by_a_channel(nudge_views.bundle(parts, (), texts))
    taken(nudge_views.muted("weekly", texts))
    taken(nudge_views.unmuted(texts))
