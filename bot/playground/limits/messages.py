"""Messages: 50 blocks, 40,000 characters when posted, 4,000 when changed."""

from typing import Any

from ..errors import Refusal
from .blocks import IN_MESSAGES, duplicates
from .rules import items

MOST_BLOCKS = 50
MOST_MARKDOWN = 12_000
LONGEST_POST = 40_000
LONGEST_UPDATE = 4_000

_BLOCKS = items(IN_MESSAGES, MOST_BLOCKS, least=0)


def check_message(blocks: Any) -> list[dict[str, Any]]:
    """The blocks; raises Refusal with `invalid_blocks_format`, `invalid_blocks` or `msg_blocks_too_long`."""
    if not isinstance(blocks, list):
        raise Refusal("invalid_blocks_format")
    problems = list(_BLOCKS(blocks, "/blocks")) or list(duplicates(blocks, "/blocks"))
    if problems:
        texts = [str(problem) for problem in problems]
        messages = [f"[ERROR] {text}" for text in texts]
        raise Refusal("invalid_blocks", errors=texts, response_metadata={"messages": messages})
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MOST_MARKDOWN:
        raise Refusal("msg_blocks_too_long")
    return blocks


def cut(text: str) -> str:
    """What is posted of a text: Slack cuts it past 40,000 characters and says nothing."""
    return text[:LONGEST_POST]


def check_update(text: str) -> None:
    if len(text) > LONGEST_UPDATE:
        raise Refusal("msg_too_long")
