"""The few blocks Urakata is made of, kept within Slack's limits.

slack_sdk's models check lengths when they are written out, drop empty labels silently and let
duplicate ids pass; `written` checks what they do not.
https://docs.slack.dev/reference/block-kit
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    BlockElement,
    ButtonElement,
    CheckboxesElement,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
)

from . import blocks_json, markup
from .markup import Mrkdwn

SECTION_LIMIT = 3000
POSTED_TEXT = 9000
"""Characters of one text in a posted message. Slack refuses somewhere above 11,000 in all the blocks
together, without documenting where: https://github.com/slackapi/bolt-js/issues/2867
"""
MESSAGE_BLOCKS = 50
TEXT_LIMIT = 3000
"""The fallback shown in notifications; chat.update refuses more than 4,000 characters."""

SMALL_TEXT_LIMIT = 2000
"""In fields and contexts."""
OPTION_TEXT = 75
TICKED = ("checkboxes", "radio_buttons")
MOST_OPTIONS = 10
"""In what is ticked; menus hold more."""
TEXTS = ("plain_text", "mrkdwn")
NEEDED = {
    "button": "text",
    "input": "label",
    "actions": "elements",
    "context": "elements",
    "static_select": "options",
    "overflow": "options",
    "checkboxes": "options",
    "radio_buttons": "options",
}
"""What the models leave out silently where it is empty."""

Payload = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """`text` is what notifications and screen readers get; the blocks are what is seen."""

    text: str
    blocks: Sequence[Block]

    def payload(self) -> Payload:
        return {
            "text": str(markup.escape(markup.clip(self.text, TEXT_LIMIT // 5))),
            "blocks": written(self.blocks, MESSAGE_BLOCKS),
            "unfurl_links": False,
            "unfurl_media": False,
        }

    def answer(self) -> Payload:
        """The same as an ephemeral answer to a command or through a response_url."""
        kept = {key: value for key, value in self.payload().items() if not key.startswith("unfurl")}
        return {**kept, "response_type": "ephemeral"}


def mrkdwn(text: Mrkdwn) -> MarkdownTextObject:
    return MarkdownTextObject(text=text, verbatim=True)


def section(text: Mrkdwn, accessory: BlockElement | None = None) -> SectionBlock:
    return SectionBlock(text=mrkdwn(text), accessory=accessory)


def said(text: str) -> SectionBlock:
    """Plain text as people or the catalogues wrote it."""
    return section(markup.escape(text))


def paragraphs(text: str, room: int = POSTED_TEXT) -> list[Block]:
    """A text of any length in as many sections as it takes; cut where `room` characters of markup end."""
    shown = markup.fit(text, room)
    return [section(piece) for piece in markup.pieces(shown, SECTION_LIMIT) if piece.strip()]


def context(text: Mrkdwn) -> ContextBlock:
    return ContextBlock(elements=[mrkdwn(text)])


def divider() -> DividerBlock:
    return DividerBlock()


def header(text: str) -> HeaderBlock:
    return HeaderBlock(text=PlainTextObject(text=markup.clip(text, 150), emoji=True))


def fields(*texts: Mrkdwn) -> SectionBlock:
    """Side by side; at most ten."""
    return SectionBlock(fields=[mrkdwn(text) for text in texts])


def actions(*elements: InteractiveElement) -> ActionsBlock:
    return ActionsBlock(elements=list(elements))


def button(text: str, action_id: str, value: str, style: str | None = None) -> ButtonElement:
    return ButtonElement(text=markup.clip(text, 75), action_id=action_id, value=value, style=style)


def option(text: str, value: str, url: str | None = None) -> Option:
    """An entry of a menu; one with an address opens it, and is told to us all the same."""
    return Option(text=markup.clip(text, OPTION_TEXT), value=value, url=url)


def menu(action_id: str, choices: Sequence[tuple[str, ...]]) -> OverflowMenuElement:
    """At most five choices, each (text, value) or (text, value, address)."""
    return OverflowMenuElement(action_id=action_id, options=[option(*choice) for choice in choices])


def ticks(block_id: str, action_id: str, options: Sequence[Option], ticked: Sequence[Option]) -> ActionsBlock:
    """At most ten boxes. What a person has ticked stays in their client until the block's id changes."""
    boxes = CheckboxesElement(action_id=action_id, options=options, initial_options=ticked or None)
    return ActionsBlock(block_id=block_id, elements=[boxes])


def written(blocks: Sequence[Block], limit: int) -> list[Payload]:
    """The blocks as Slack wants them. Raises ValueError for what Slack would refuse."""
    result: list[Payload] = blocks_json.written(blocks)
    if len(result) > limit:
        raise ValueError(f"{len(result)} blocks, Slack takes {limit}")
    for problem in _problems(result):
        raise ValueError(problem)
    return result


def _problems(blocks: Sequence[Payload]) -> Iterator[str]:
    yield from _twice("block_id", blocks)
    for block in blocks:
        yield from _twice("action_id", block.get("elements", ()))
        for small in (*block.get("fields", ()), *block.get("elements", ())):
            if small.get("type") in TEXTS and len(small.get("text", "")) > SMALL_TEXT_LIMIT:
                yield f"a text of more than {SMALL_TEXT_LIMIT} characters in {block['type']}"
    for node in _nodes(blocks):
        needed = NEEDED.get(node.get("type", ""))
        if needed and not (node.get(needed) or node.get("option_groups")):
            yield f"{node['type']} without {needed}"
        if node.get("type") in TICKED and len(node["options"]) > MOST_OPTIONS:
            yield f"more than {MOST_OPTIONS} options in {node['type']}"
        if node.get("type") in TEXTS and not node.get("text", "").strip():
            yield "an empty text in a block"


def _twice(name: str, nodes: Sequence[Payload]) -> Iterator[str]:
    ids = [node[name] for node in nodes if name in node]
    if len(ids) != len(set(ids)):
        yield f"the same {name} twice: {ids}"


def _nodes(node: object) -> Iterator[Payload]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _nodes(child)
