"""A shared reflection, and goals, as Slack shows them. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..platform.weeks import last_day
from ..workspaces.views import person
from .model import OUTCOMES, PARTS, TRACES, Goal, Posted, Reflection, Trace
from .prompt_views import toggle

READ, JUDGE = "weekly.read", "weekly.judge"
ROOM = 2300
"""Of one text of a posted reflection, as markup; the whole can be opened."""
WHOLE = 20_000
GOAL_ROOM = 250
TITLE = 70
"""Of one thing among many in a line."""
LINES = 5
"""Of each kind of thing done in the week."""
MOST_PEOPLE = 10


def card(posted: Posted, author: str, texts: Texts, today: date) -> Message:
    """As it stands in the channel where it was shared."""
    reflection = posted.reflection
    heading = texts("weekly.of", who=person(author, texts))
    shown: list[Block] = [blocks.section(_heading(heading, reflection.week, texts, today))]
    for part in PARTS:
        if text := getattr(reflection, part):
            said = markup.escape(markup.fit(text, ROOM))
            shown.append(blocks.section(Mrkdwn(f"*{texts(f'weekly.{part}')}*\n{said}")))
    shown += _goals("weekly.goals_judged", posted.judged, texts)
    shown += _goals("weekly.goals_next", reflection.goals, texts, judged=False)
    shown += [blocks.context(lines) for lines in traces(posted.traces, texts)]
    if _is_cut(reflection):
        shown.append(blocks.actions(blocks.button(texts("weekly.read"), READ, str(reflection.id))))
    return Message(heading, shown)


def whole(reflection: Reflection, author: str, texts: Texts, today: date) -> dict[str, Any]:
    """Everything that was said, as long as it is."""
    heading = texts("weekly.of", who=person(author, texts))
    shown: list[Block] = [blocks.section(_heading(heading, reflection.week, texts, today))]
    for part in PARTS:
        if text := getattr(reflection, part):
            shown.append(blocks.section(markup.bold(texts(f"weekly.{part}"))))
            shown += blocks.paragraphs(text, WHOLE)
    shown += _goals("weekly.goals_next", reflection.goals, texts, judged=False)
    return forms.notice(texts("weekly.form_whole"), texts("form.close"), shown)


def own_goals(
    this_week: Sequence[Goal], next_week: Sequence[Goal], is_reminded: bool, texts: Texts
) -> Message:
    """To the one whose they are, each of this week's with the menu that judges it."""
    title = texts("weekly.goals_now")
    shown: list[Block] = [blocks.section(markup.bold(title))]
    shown += [_own_goal(goal, texts) for goal in this_week]
    if not this_week:
        shown.append(blocks.section(texts.mrkdwn("weekly.goals_none")))
    shown += _goals("weekly.goals_next", next_week, texts)
    key = "weekly.reminded_on" if is_reminded else "weekly.reminded_off"
    shown += [blocks.context(texts.mrkdwn(key)), blocks.actions(toggle(texts, is_reminded))]
    return Message(title, shown)


def team(
    before: Sequence[Reflection],
    now: Sequence[Reflection],
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
) -> Message:
    """What people of a channel shared: the goals they set a week ago, and who has looked back since."""
    title = texts("weekly.team")
    shown: list[Block] = [blocks.section(markup.bold(title))]
    with_goals = [reflection for reflection in before if reflection.goals]
    shown += team_goals(with_goals, names, links, texts)
    if not with_goals:
        shown.append(blocks.section(texts.mrkdwn("weekly.team_none")))
    if now:
        who = texts("digest.and").join(_linked(one, names, links, texts) for one in now[:MOST_PEOPLE])
        shown.append(blocks.section(texts.mrkdwn("weekly.team_shared", who=Mrkdwn(who))))
        shown += _more(len(now) - MOST_PEOPLE, texts)
    return Message(title, shown)


def team_goals(
    shared: Sequence[Reflection], names: Mapping[str, str], links: Mapping[int, str], texts: Texts
) -> list[Block]:
    """A line for each person, with the goals they shared."""
    lines = [_line(reflection, names, links, texts) for reflection in shared[:MOST_PEOPLE]]
    return [*(blocks.section(line) for line in lines), *_more(len(shared) - MOST_PEOPLE, texts)]


def traces(found: Sequence[Trace], texts: Texts) -> Iterator[Mrkdwn]:
    """What was done in the week, a paragraph for each kind."""
    for kind in TRACES:
        of_kind = [trace for trace in found if trace.kind == kind]
        if of_kind:
            heading = texts.counted(f"weekly.trace_{kind}", len(of_kind))
            lines = [_trace(trace) for trace in of_kind[:LINES]]
            more = len(of_kind) - LINES
            rest = [texts.mrkdwn("list.more", n=more)] if more > 0 else []
            yield Mrkdwn("\n".join([markup.escape(heading), *lines, *rest]))


def _trace(trace: Trace) -> Mrkdwn:
    title = markup.fit(markup.one_line(trace.title), TITLE)
    return Mrkdwn(f"• {markup.link(trace.link, title) if trace.link else markup.escape(title)}")


def _heading(heading: str, week: date, texts: Texts, today: date) -> Mrkdwn:
    first, last = (texts.day(day, today) for day in (week, last_day(week)))
    return texts.mrkdwn("weekly.heading", title=markup.bold(heading), first=first, last=last)


def _goals(key: str, goals: Sequence[Goal], texts: Texts, judged: bool = True) -> list[Block]:
    if not goals:
        return []
    lines = [f"• {_said(goal, texts) if judged else _text(goal)}" for goal in goals]
    return [blocks.section(Mrkdwn("\n".join([f"*{texts(key)}*", *lines])))]


def _own_goal(goal: Goal, texts: Texts) -> Block:
    choices = [(texts(f"weekly.goal_{outcome}"), f"{outcome}:{goal.id}") for outcome in OUTCOMES]
    return blocks.section(Mrkdwn(f"• {_said(goal, texts)}"), blocks.menu(JUDGE, choices))


def _line(reflection: Reflection, names: Mapping[str, str], links: Mapping[int, str], texts: Texts) -> Mrkdwn:
    goals = texts("weekly.between_goals").join(_said(goal, texts, TITLE) for goal in reflection.goals)
    who = _linked(reflection, names, links, texts)
    return texts.mrkdwn("weekly.team_line", who=who, goals=Mrkdwn(goals))


def _said(goal: Goal, texts: Texts, room: int = GOAL_ROOM) -> Mrkdwn:
    """With what became of it."""
    text = _text(goal, room)
    if goal.outcome is None:
        return text
    return texts.mrkdwn("weekly.goal_judged", goal=text, outcome=texts(f"weekly.goal_{goal.outcome}"))


def _text(goal: Goal, room: int = GOAL_ROOM) -> Mrkdwn:
    return markup.escape(markup.fit(markup.one_line(goal.text), room))


def _linked(
    reflection: Reflection, names: Mapping[str, str], links: Mapping[int, str], texts: Texts
) -> Mrkdwn:
    who = person(names.get(reflection.person_id, reflection.person_id), texts)
    return markup.link(links[reflection.id], who) if reflection.id in links else markup.escape(who)


def _more(count: int, texts: Texts) -> list[Block]:
    return [blocks.context(texts.mrkdwn("list.more", n=count))] if count > 0 else []


def _is_cut(reflection: Reflection) -> bool:
    return any(len(markup.escape(getattr(reflection, part))) > ROOM for part in PARTS)
