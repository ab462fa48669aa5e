"""One message about several things, each with the switch that ends its kind."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk.models.blocks import Block

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.texts import Texts

MUTE, UNMUTE = "workspaces.mute", "workspaces.unmute"


def bundle(said: Mapping[str, Message], texts: Texts) -> Message:
    """`said` by kind; it stays, though its reader may see nothing of it any more."""
    if not said:
        return _notice("nudge.over", texts)
    shown = list[Block]()
    for kind, part in said.items():
        switch = blocks.actions(blocks.button(texts("nudge.mute"), MUTE, kind))
        shown += [*([blocks.divider()] if shown else []), *part.blocks, switch]
    return Message(texts("nudge.and").join(part.text for part in said.values()), shown)


def muted(kind: str, texts: Texts) -> Message:
    said = _notice("nudge.muted", texts)
    again = blocks.button(texts("nudge.unmute"), UNMUTE, kind)
    return Message(said.text, [*said.blocks, blocks.actions(again)])


def unmuted(texts: Texts) -> Message:
    return _notice("nudge.unmuted", texts)


def _notice(key: str, texts: Texts) -> Message:
    return Message(texts(key), [blocks.said(texts(key))])
