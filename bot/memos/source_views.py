"""What a memo's author is asked when the message it was kept from was deleted."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.texts import Texts
from .model import Memo


def question(memo: Memo, link: str | None, texts: Texts) -> Message:
    """`link` leads to its card, None where that does not stand."""
    shown: list[Block] = [blocks.said(texts("memo.source_gone")), blocks.divider()]
    shown += blocks.paragraphs(memo.text)
    number = texts("memo.number", n=memo.number)
    shown.append(blocks.context(markup.link(link, number) if link else markup.escape(number)))
    keep = blocks.button(texts("memo.keep"), "memos.source_keep", str(memo.number))
    shown.append(
        blocks.actions(keep, blocks.button(texts("memo.erase"), "memos.source_erase", str(memo.number)))
    )
    return Message(texts("memo.source_gone"), shown)


def answered(memo: Memo, texts: Texts) -> Message:
    text = texts("memo.kept_without_source", n=memo.number)
    return Message(text, [blocks.said(text)])
