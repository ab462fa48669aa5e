"""What Urakata answers when it is spoken to without saying for what."""

from __future__ import annotations

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.texts import Texts


def help_(texts: Texts) -> Message:
    return Message(texts("home.help"), [blocks.section(texts.mrkdwn("home.help"))])
