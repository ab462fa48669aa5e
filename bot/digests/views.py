"""A digest as it should read in ten seconds. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from slack_sdk.models.blocks import Block

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.schedule import ON_TIME
from ..platform.texts import Texts
from ..tasks import views as tasks
from ..tasks.model import Task
from .model import Plan

MOST_LINES = 20


def digest(
    plan: Plan,
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
    now: datetime,
    late: timedelta = timedelta(0),
) -> Message:
    """`now` carries the channel's time zone; `late` is how long after its time it is posted."""
    title = texts("digest.header", date=texts.day(plan.day, plan.day))
    shown: list[Block] = [blocks.header(title), blocks.context(_summary(plan, texts))]
    if late > ON_TIME:
        shown.append(blocks.context(texts.mrkdwn("digest.late")))
    shown += _sections(plan, names, links, texts, now)
    if rest := _rest(plan, texts):
        shown.append(blocks.context(rest))
    return Message(f"{title} – {_summary(plan, texts)}", shown)


def empty(plan: Plan, texts: Texts) -> Message:
    text = texts("digest.empty")
    rest = _rest(plan, texts)
    return Message(text, [blocks.section(markup.escape(text)), *([blocks.context(rest)] if rest else [])])


def started(texts: Texts, wall_time: str, zone: str, first: date, today: date) -> Message:
    values = {"time": wall_time, "zone": zone, "day": texts.day(first, today)}
    return Message(
        texts("digest.started", **values), [blocks.section(texts.mrkdwn("digest.started", **values))]
    )


def stopped(texts: Texts) -> Message:
    return Message(texts("digest.stopped"), [blocks.section(texts.mrkdwn("digest.stopped"))])


def _sections(
    plan: Plan, names: Mapping[str, str], links: Mapping[int, str], texts: Texts, now: datetime
) -> list[Block]:
    room, shown = MOST_LINES, list[Block]()
    groups = (
        ("digest.overdue", plan.overdue),
        ("digest.today", plan.today),
        ("digest.tomorrow", plan.tomorrow),
        ("digest.week", plan.week),
    )
    for key, found in groups:
        if found and room > 0:
            heading = Mrkdwn(f"*{texts.counted(key, len(found))}*")
            shown.append(blocks.section(heading))
            shown += [_line(task, names, links, texts, now) for task in found[:room]]
            room -= len(found)
    return shown


def _line(
    task: Task, names: Mapping[str, str], links: Mapping[int, str], texts: Texts, now: datetime
) -> Block:
    """Today's and tomorrow's need no date, only their time."""
    day = task.due_day(now.tzinfo)
    near = day is not None and timedelta(0) <= day - now.date() <= timedelta(days=1)
    due = _time(task, now) if near else tasks.due(task, texts, now)
    owner = tasks.owner(task, names, texts)
    key = "digest.line" if due else "digest.line_undated"
    text = texts.mrkdwn(key, title=tasks.title(task, links), owner=owner, due=due)
    return blocks.section(text, tasks.action(task, texts))


def _time(task: Task, now: datetime) -> str:
    return f"{task.due_at.astimezone(now.tzinfo):%H:%M}" if task.due_at else ""


def _summary(plan: Plan, texts: Texts) -> Mrkdwn:
    unowned = sum(task.owner_id is None for task in plan.near)
    counts: Sequence[tuple[str, int]] = (
        ("digest.count_overdue", len(plan.overdue)),
        ("digest.count_today", len(plan.today)),
        ("digest.count_unowned", unowned),
    )
    said = [texts(key, n=n) for key, n in counts if n]
    return markup.escape(texts("digest.and").join(said) or texts("digest.calm"))


def _rest(plan: Plan, texts: Texts) -> Mrkdwn | None:
    """How much is not shown."""
    hidden = max(0, len(plan.near) - MOST_LINES)
    counts = (("digest.hidden", hidden), ("digest.later", plan.later), ("digest.undated", plan.undated))
    said = texts("digest.and").join(texts(key, n=n) for key, n in counts if n)
    return markup.escape(said[0].upper() + said[1:]) if said else None
