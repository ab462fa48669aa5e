"""One message about several things, each with the switch that ends its kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from slack_sdk.models.blocks import Block

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.texts import Texts

MUTE, UNMUTE = "workspaces.mute", "workspaces.unmute"


def bundle(said: Mapping[str, Message], off: Collection[str], texts: Texts) -> Message:
    """`said` by kind, of which some are `off`; it stays, though its reader may see nothing of it any more."""
    if not said:
        return _notice("nudge.over", texts)
    shown = list[Block]()
    for kind, part in said.items():
        shown += [*([blocks.divider()] if shown else []), *part.blocks, _switch(kind, kind in off, texts)]
    return Message(texts("nudge.and").join(part.text for part in said.values()), shown)


def muted(kind: str, texts: Texts) -> Message:
    said = _notice("nudge.muted", texts)
    return Message(said.text, [*said.blocks, _switch(kind, True, texts)])


def unmuted(texts: Texts) -> Message:
    return _notice("nudge.unmuted", texts)


def _switch(kind: str, is_off: bool, texts: Texts) -> Block:
    if is_off:
        return blocks.actions(blocks.button(texts("nudge.unmute"), UNMUTE, kind))
    return blocks.actions(blocks.button(texts("nudge.mute"), MUTE, kind))


def _notice(key: str, texts: Texts) -> Message:
    return Message(texts(key), [blocks.said(texts(key))])
