"""What Urakata says about itself and the channel."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, ButtonElement

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.texts import Texts

START = "workspaces.start"
"""The button that begins the automatic posts of a channel; what begins is wired by whoever posts."""


def introduction(texts: Texts) -> Message:
    """When the bot was invited."""
    text = texts("intro.channel")
    return Message(text, [blocks.section(texts.mrkdwn("intro.channel")), blocks.actions(_start(texts))])


def offer(texts: Texts) -> list[Block]:
    """Below the first confirmation in a channel."""
    return [blocks.context(texts.mrkdwn("intro.offer")), blocks.actions(_start(texts))]


def _start(texts: Texts) -> ButtonElement:
    return blocks.button(texts("intro.start"), START, "digest", "primary")
