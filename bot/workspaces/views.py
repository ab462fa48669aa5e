"""What Urakata says about itself and the channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from .model import DIRECT, GROUP, Channel

START = "workspaces.start"
"""The button that begins the automatic posts of a channel; what begins is wired by whoever posts."""

SETTINGS = "workspaces.settings"
"""The button that opens the settings of a channel."""


def person(name: str, texts: Texts) -> str:
    """As one speaks of them."""
    return texts.person(name)


def origin(
    link: str | None, edited_at: datetime | None, gone_at: datetime | None, texts: Texts
) -> Mrkdwn | None:
    """The message something was made from, and what became of it; None before `link` to it is known."""
    if gone_at:
        return texts.mrkdwn("card.source_gone")
    if link is None:
        return None
    source = markup.link(link, texts("card.source"))
    return texts.mrkdwn("card.source_edited", source=source) if edited_at else source


def places(channels: Iterable[Channel], texts: Texts) -> dict[str, str]:
    """What channels and conversations are called, by id."""
    kinds = {DIRECT: texts("place.direct"), GROUP: texts("place.group")}
    return {channel.id: kinds.get(channel.kind, f"#{channel.name}") for channel in channels}


def introduction(texts: Texts) -> Message:
    """When the bot was invited."""
    text = texts("intro.channel")
    return Message(
        text,
        [
            blocks.section(texts.mrkdwn("intro.channel")),
            blocks.actions(_start(texts), settings_button(texts)),
        ],
    )


def offer(texts: Texts) -> list[Block]:
    """Below the first confirmation in a channel."""
    return [blocks.context(texts.mrkdwn("intro.offer")), blocks.actions(_start(texts))]


def settings_button(texts: Texts) -> ButtonElement:
    return blocks.button(texts("settings.button"), SETTINGS, "settings")


def _start(texts: Texts) -> ButtonElement:
    return blocks.button(texts("intro.start"), START, "digest", "primary")
