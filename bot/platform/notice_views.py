"""What is shown of a posting that was given up or is in doubt, and of an event that could not be handled."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from . import blocks, markup
from .blocks import Message
from .texts import Texts

AGAIN, THERE = "delivery.again", "delivery.there"
"""The buttons below what is in doubt; their value is the posting's uid."""
QUOTED = 300
ARCHIVED = {"is_archived"}
REMOVED = {"not_in_channel", "channel_not_found"}
RESTRICTED = "restricted_action"
"""How these refusals begin."""


def in_doubt(uid: str, place: str, words: str, texts: Texts) -> Message:
    """`words` are what it would say, empty where the reader may not see it."""
    said = texts("delivery.uncertain", place=place)
    shown: list[Block] = [blocks.said(said)]
    if words.strip():
        shown.append(blocks.context(markup.escape(markup.clip(words, QUOTED))))
    buttons = (
        blocks.button(texts("delivery.again"), AGAIN, uid),
        blocks.button(texts("delivery.there"), THERE, uid),
    )
    return Message(said, [*shown, blocks.actions(*buttons)])


def settled(key: str, texts: Texts) -> Message:
    return _plain(texts(key))


def file(problem: str, texts: Texts) -> Message:
    return _plain(texts("delivery.file", problem=problem))


def event(place: str, mark: str, texts: Texts) -> Message:
    return _plain(texts("delivery.event", place=place, mark=mark))


def refused(problem: str, place: str, texts: Texts) -> Message:
    if problem in ARCHIVED:
        return _plain(texts("delivery.archived", place=place))
    if problem in REMOVED:
        return _plain(texts("delivery.removed", place=place))
    if problem.startswith(RESTRICTED):
        return _plain(texts("delivery.restricted", place=place))
    return _plain(texts("delivery.refused", place=place, problem=problem))


def _plain(said: str) -> Message:
    return Message(said, [blocks.said(said)])
