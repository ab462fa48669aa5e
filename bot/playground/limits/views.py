"""Views: forms and home tabs, 100 blocks, 250 kB."""

import json
from collections.abc import Iterator
from typing import Any

from ..errors import Refusal
from .blocks import IN_VIEWS, duplicates
from .rules import Problem, Rule, by_type, flag, items, shape, string, then
from .texts import TYPE, plain

LARGEST = 250_000
BLOCKS = items(IN_VIEWS, 100, least=0)
COMMON: dict[str, Rule] = {
    "private_metadata": string(3000, least=0),
    "callback_id": string(255, least=0),
    "external_id": string(255, least=0),
}


def _submittable(view: Any, pointer: str) -> Iterator[Problem]:
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        yield Problem("missing required field: submit", pointer)


MODAL = then(
    shape(
        {"type": TYPE, "title": plain(24), "blocks": BLOCKS},
        {
            **COMMON,
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": flag,
            "notify_on_close": flag,
        },
    ),
    _submittable,
)
HOME = shape({"type": TYPE, "blocks": BLOCKS}, COMMON)


def check_view(view: Any, kind: str = "modal") -> dict[str, Any]:
    """The view; raises Refusal with `view_too_large` or `invalid_arguments`."""
    if not isinstance(view, dict):
        raise _refused([Problem("must be an object", "/view")])
    if len(json.dumps(view, ensure_ascii=False).encode()) > LARGEST:
        raise Refusal("view_too_large")
    rule = by_type({"modal": MODAL} if kind == "modal" else {"home": HOME})
    problems = list(rule(view, "/view")) or list(duplicates(view["blocks"], "/view/blocks"))
    if problems:
        raise _refused(problems)
    return view


def _refused(problems: list[Problem]) -> Refusal:
    messages = [f"[ERROR] {problem}" for problem in problems]
    return Refusal("invalid_arguments", response_metadata={"messages": messages})
