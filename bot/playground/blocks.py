"""Finding one's way in blocks: ids, elements, what has been entered."""

import copy
from collections.abc import Iterator
from typing import Any

from .stamps import secret

Json = dict[str, Any]


def with_ids(blocks: list[Json]) -> list[Json]:
    """A copy in which every block has a block_id and every element an action_id, as Slack stores them."""
    blocks = copy.deepcopy(blocks)
    for block in blocks:
        block.setdefault("block_id", secret(3))
        for element in elements_of(block):
            if element.get("type") not in ("image", "mrkdwn", "plain_text"):
                element.setdefault("action_id", secret(3))
    return blocks


def elements_of(block: Json) -> list[Json]:
    if block.get("type") in ("actions", "context_actions"):
        return list(block.get("elements", []))
    return [block[place] for place in ("accessory", "element") if isinstance(block.get(place), dict)]


def interactive(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each block with each of its elements."""
    for block in blocks:
        for element in elements_of(block):
            yield block, element


def options_of(element: Json) -> list[Json]:
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *grouped]
