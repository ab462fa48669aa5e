"""What Urakata says about itself and the channel."""

from __future__ import annotations

from collections.abc import Iterable

from slack_sdk.models.blocks import Block, ButtonElement

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.texts import Texts
from .model import DIRECT, GROUP, Channel

START = "workspaces.start"
"""The button that begins the automatic posts of a channel; what begins is wired by whoever posts."""

SETTINGS = "workspaces.settings"
"""The button that opens the settings of a channel."""

NAME = 40
"""Characters of a person's name, as markup."""
TITLES = ("さん", "様", "さま", "くん", "君", "先生", "部長", "課長", "係長", "社長")


def person(name: str, texts: Texts) -> str:
    """With さん in Japanese, unless the name brings its title."""
    name = markup.fit(markup.one_line(name), NAME)
    return name if name.endswith(TITLES) else texts("card.person", name=name)


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
