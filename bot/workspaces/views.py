"""What Urakata says about itself and the channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from .model import DIRECT, GROUP, Channel

START = "workspaces.start"
"""The button that begins the automatic posts of a channel; what begins is wired by whoever posts."""

SETTINGS = "workspaces.settings"
"""The button that opens the settings of a channel."""

POST_MENU, POST_AGAIN = "workspaces.post_menu", "workspaces.post_again"
"""The menu of an automatic post, and the button that begins again what was stopped from it."""
STOP_ENTRY, SETTINGS_ENTRY = "stop", "settings"


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


def post_menu(kind: str, texts: Texts) -> InteractiveElement:
    """What an automatic post carries: its off switch, and what else there is to set."""
    return blocks.menu(
        POST_MENU,
        [
            (texts(f"post.stop_{kind}"), f"{STOP_ENTRY}:{kind}"),
            (texts("post.settings"), f"{SETTINGS_ENTRY}:{kind}"),
        ],
    )


def post_stopped(kind: str, texts: Texts) -> Message:
    """To who stopped it, with the way back."""
    key = f"post.stopped_{kind}"
    again = blocks.button(texts("post.again"), POST_AGAIN, kind)
    return Message(texts(key), [blocks.section(texts.mrkdwn(key)), blocks.actions(again)])


def _start(texts: Texts) -> ButtonElement:
    return blocks.button(texts("intro.start"), START, "digest", "primary")
