"""What a reflection is made of: checked, and put into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import UserError
from ..platform import markup, wording
from ..platform.lines import rewritten
from .model import GOAL_LIMIT, MOST_GOALS, PARTS, TEXT_LIMIT, Draft, Goal, Reflection


def checked(draft: Draft) -> Draft:
    """One part is enough. Raises UserError for nothing at all, and for what is too long or too many."""
    goals = tuple(markup.one_line(goal) for goal in draft.goals if goal.strip())
    said = {part: getattr(draft, part).strip() for part in PARTS}
    _check_any("\n".join([*said.values(), *goals]), bool(draft.outcomes))
    for part, text in said.items():
        if len(text) > TEXT_LIMIT:
            raise UserError("error.too_long", field=part, limit=TEXT_LIMIT, count=len(text))
    _check_goals(goals)
    return replace(draft, **said, goals=goals)


def _check_any(said: str, has_judged: bool) -> None:
    if not said.strip() and not has_judged:
        raise UserError("weekly.empty", field=PARTS[0])
    if said.strip() and not wording.says_something(said):
        raise UserError("error.only_emoji", field=PARTS[0])


def _check_goals(goals: Sequence[str]) -> None:
    if len(goals) > MOST_GOALS:
        raise UserError("weekly.too_many_goals", field="goals", limit=MOST_GOALS, count=len(goals))
    if too_long := next((goal for goal in goals if len(goal) > GOAL_LIMIT), None):
        raise UserError("weekly.goal_too_long", field="goals", limit=GOAL_LIMIT, goal=too_long)


def fill(reflection: Reflection, draft: Draft) -> None:
    for part in PARTS:
        setattr(reflection, part, getattr(draft, part))
    reflection.goals = rewritten(Goal, reflection.goals, draft.goals)
