"""A digest as it should read in ten seconds. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from slack_sdk.models.blocks import Block

from ..platform import blocks, filters, list_views, markup
from ..platform.blocks import Message
from ..platform.filters import Filter
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..reflections import views as reflections
from ..tasks import views as tasks
from ..tasks.list_views import FEATURE
from ..tasks.model import DONE, OPEN, Task
from ..workspaces.views import post_menu
from .model import LATER, MOST_LINES, OVERDUE, STALE, TODAY, UNDATED, Plan

PRESSING = (OVERDUE, TODAY)


def digest(
    plan: Plan,
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
    now: datetime,
    is_late: bool = False,
    mentions: bool = False,
) -> Message:
    """`now` carries the channel's time zone; of a posted plan it is when it was posted.

    With `mentions` the owners of what is overdue or due today are mentioned.
    """
    title = texts("digest.header", date=texts.day(plan.day, plan.day))
    shown: list[Block] = [blocks.header(title), blocks.context(_summary(plan, texts))]
    if is_late:
        shown.append(blocks.context(texts.mrkdwn("digest.late")))
    shown += _sections(plan, names, links, texts, now, mentions)
    shown += [*_stale(plan, texts), *_goals(plan, names, texts), *_rest(plan, texts)]
    return Message(f"{title} – {_summary(plan, texts)}", shown)


def empty(plan: Plan, texts: Texts) -> Message:
    text = texts("digest.empty")
    return Message(text, [blocks.said(text), *_rest(plan, texts)])


def shared(texts: Texts) -> Message:
    return Message(texts("digest.shared"), [blocks.said(texts("digest.shared"))])


def switchable(plan: Message, texts: Texts) -> Message:
    """With its off switch below it."""
    return Message(plan.text, [*plan.blocks, blocks.actions(post_menu("digest", texts))])


def _goals(plan: Plan, names: Mapping[str, str], texts: Texts) -> list[Block]:
    """What people of the channel set out to do this week."""
    if not plan.goals:
        return []
    heading = blocks.section(markup.bold(texts("weekly.goals_now")))
    return [heading, *reflections.team_goals(plan.goals, names, {}, texts)]


def _sections(
    plan: Plan,
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
    now: datetime,
    mentions: bool,
) -> list[Block]:
    shown = list[Block]()
    for section, found in plan.shown().items():
        if found:
            heading = Mrkdwn(f"*{texts.counted(f'digest.{section}', plan.counts[section])}*")
            shown.append(blocks.section(heading))
            mentioned = mentions and section in PRESSING
            shown += [_line(task, names, links, texts, now, mentioned) for task in found]
    return shown


def _closed(task: Task, title: Mrkdwn, who: str, texts: Texts) -> Block:
    key = "digest.line_done" if task.state == DONE else "digest.line_dropped"
    return blocks.section(texts.mrkdwn(key, title=title, who=who))


def _line(
    task: Task,
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
    now: datetime,
    mentioned: bool,
) -> Block:
    """Today's and tomorrow's need no date, only their time; what is closed needs neither."""
    title = tasks.title(task, links)
    if task.state != OPEN:
        return _closed(task, title, tasks.closer(task, names, texts), texts)
    day = task.due_day(now.tzinfo)
    near = day is not None and timedelta(0) <= day - now.date() <= timedelta(days=1)
    due = _time(task, now) if near else tasks.due(task, texts, now)
    key = "digest.line" if due else "digest.line_undated"
    owner = tasks.mention(task) if mentioned and task.owner_id else tasks.owner(task, names, texts)
    text = texts.mrkdwn(key, title=title, owner=owner, due=due)
    return blocks.section(text, tasks.action(task, texts))


def _time(task: Task, now: datetime) -> str:
    return f"{task.due_at.astimezone(now.tzinfo):%H:%M}" if task.due_at else ""


def _summary(plan: Plan, texts: Texts) -> Mrkdwn:
    counts: Sequence[tuple[str, int]] = (
        ("digest.count_overdue", plan.counts[OVERDUE]),
        ("digest.count_today", plan.counts[TODAY]),
        ("digest.count_stale", plan.counts[STALE]),
        ("digest.count_unowned", plan.unowned),
        ("digest.count_closed", plan.closed),
    )
    said = [texts(key, n=n) for key, n in counts if n]
    return markup.escape(texts("digest.and").join(said) or texts("digest.calm"))


def _stale(plan: Plan, texts: Texts) -> list[Block]:
    """One line, however much it is."""
    if not plan.counts[STALE]:
        return []
    asked = Filter(plan.channel_id, state=filters.OPEN, still=plan.since)
    heading = Mrkdwn(f"*{texts.counted('digest.stale', plan.counts[STALE])}*")
    return [blocks.section(heading, list_views.opener(FEATURE, texts("digest.open_stale"), asked))]


def _rest(plan: Plan, texts: Texts) -> list[Block]:
    """How much is not shown, and the way to everything that is open."""
    counts = (
        ("digest.hidden", max(0, plan.near_count - MOST_LINES)),
        ("digest.later", plan.counts[LATER]),
        ("digest.undated", plan.counts[UNDATED]),
    )
    said = texts("digest.and").join(texts(key, n=n) for key, n in counts if n)
    if not said:
        return []
    everything = list_views.opener(FEATURE, texts("digest.all"), Filter(plan.channel_id, state=filters.OPEN))
    return [blocks.section(markup.escape(said[0].upper() + said[1:]), everything)]
