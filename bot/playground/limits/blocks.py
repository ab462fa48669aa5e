"""The blocks Slack takes, each with its limits."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..blocks import elements_of
from .elements import IMAGE, IN_ACTIONS, IN_INPUT, IN_SECTION
from .rules import Problem, Rule, anything, by_type, flag, items, shape, string, then
from .texts import ID, TYPE, plain, text


def _block(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    return shape({"type": TYPE, **required}, {"block_id": ID, **(optional or {})})


def _says_something(block: Any, pointer: str) -> Iterator[Problem]:
    if "text" not in block and "fields" not in block:
        yield Problem("missing required field: text", pointer)


def _shows_something(block: Any, pointer: str) -> Iterator[Problem]:
    if "image_url" not in block and "slack_file" not in block:
        yield Problem("missing required field: image_url", pointer)


SECTION = then(
    _block(
        {},
        {
            "text": text(3000),
            "fields": items(text(2000), 10),
            "accessory": by_type(IN_SECTION),
            "expand": flag,
        },
    ),
    _says_something,
)
PICTURE = then(
    _block(
        {"alt_text": string(2000)},
        {"image_url": string(3000), "slack_file": anything, "title": plain(2000)},
    ),
    _shows_something,
)
CONTEXT_ELEMENT = by_type(
    {"image": IMAGE, "plain_text": text(2000), "mrkdwn": text(2000)},
)
INPUT = _block(
    {"label": plain(2000), "element": by_type(IN_INPUT)},
    {"hint": plain(2000), "optional": flag, "dispatch_action": flag},
)
VIDEO = _block(
    {"alt_text": string(2000), "title": plain(200), "thumbnail_url": string(3000), "video_url": string(3000)},
    {
        "author_name": string(50),
        "description": plain(200),
        "provider_icon_url": string(3000),
        "provider_name": string(50),
        "title_url": string(3000),
    },
)
EVERYWHERE: dict[str, Rule] = {
    "section": SECTION,
    "actions": _block({"elements": items(by_type(IN_ACTIONS), 25)}),
    "context": _block({"elements": items(CONTEXT_ELEMENT, 10)}),
    "divider": _block({}),
    "header": _block({"text": plain(150)}),
    "image": PICTURE,
    "rich_text": _block({"elements": items(anything, 1000, least=0)}),
    "video": VIDEO,
}
IN_MESSAGES = by_type(
    {
        **EVERYWHERE,
        "markdown": _block({"text": string(12000)}),
        "table": _block({"rows": items(anything, 100)}, {"column_settings": items(anything, 20)}),
        "context_actions": _block({"elements": items(anything, 5)}),
    }
)
IN_VIEWS = by_type({**EVERYWHERE, "input": INPUT})


def duplicates(blocks: Any, pointer: str) -> Iterator[Problem]:
    """A block_id once in the list, an action_id once in its block."""
    seen: set[str | None] = set()
    for number, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id and block_id in seen:
            yield Problem(f"`block_id` `{block_id}` already exists", f"{pointer}/{number}/block_id")
        seen.add(block_id)
        yield from _duplicate_actions(block, f"{pointer}/{number}")


def _duplicate_actions(block: dict[str, Any], pointer: str) -> Iterator[Problem]:
    seen: set[str | None] = set()
    for number, element in enumerate(elements_of(block)):
        action_id = element.get("action_id")
        if action_id and action_id in seen:
            yield Problem(
                f"`action_id` `{action_id}` already exists", f"{pointer}/elements/{number}/action_id"
            )
        seen.add(action_id)
