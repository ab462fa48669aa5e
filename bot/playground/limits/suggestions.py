"""Options an app found for a menu: at most 100, alone or in groups."""

from typing import Any

from ..errors import Refusal
from .rules import items, shape
from .texts import GROUP, PLAIN_OPTION

_OPTIONS = shape({"options": items(PLAIN_OPTION, 100, least=0)})
_GROUPS = shape({"option_groups": items(GROUP, 100, least=0)})


def check_suggestions(answer: Any) -> dict[str, Any]:
    """The answer; raises Refusal with `invalid_options`."""
    rule = _GROUPS if isinstance(answer, dict) and "option_groups" in answer else _OPTIONS
    if problems := [str(problem) for problem in rule(answer, "")]:
        raise Refusal("invalid_options", response_metadata={"messages": problems})
    found: dict[str, Any] = answer
    return found


def is_option(value: Any) -> bool:
    return not list(PLAIN_OPTION(value, ""))
