"""Tasks as Slack shows them. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, BlockElement, InteractiveElement

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.model import Owner
from ..workspaces.views import offer, origin, person
from . import step_views
from .model import DONE, DROPPED, HIGH, OPEN, Draft, Task

MOST_LINES = 20
LINE = 80
"""Characters of a title in a list, as markup."""
NOTE_ROOM = 7000
REASON_ROOM = 500
"""Of a note and a reason on a card, as markup."""


def card(task: Task, names: Mapping[str, str], link: str | None, texts: Texts, now: datetime) -> Message:
    """As it stands in the channel; `now` carries the channel's time zone."""
    shown: list[Block] = [blocks.section(_heading(task, texts)), _facts(task, names, texts, now)]
    shown += blocks.paragraphs(task.note, NOTE_ROOM)
    shown += step_views.steps(task)
    shown.append(blocks.context(_registered(task, names, link, texts, now)))
    if task.state == OPEN:
        shown.append(blocks.actions(*_buttons(task, link, texts)))
    return Message(texts("task.card_text", n=task.number, title=task.title), shown)


def saved(task: Task, draft: Draft, owner: Owner | None, texts: Texts, now: datetime) -> list[Block]:
    """What the author alone sees: what was understood, and the button that mends it."""
    notices = [_understood(task, draft, texts, now)]
    if owner and owner.problem:
        notices.append(texts.mrkdwn(owner.problem, who=owner.name))
    elif owner and task.asked_at:
        notices.append(texts.mrkdwn("task.asking", who=person(owner.name, texts)))
    change = texts("task.set_due") if task.due_on is None else texts("task.change")
    button = blocks.button(change, "tasks.edit", str(task.number))
    return [blocks.section(Mrkdwn("\n".join(notices)), button)]


def all_saved(shown: Sequence[Block], first: str, texts: Texts, offered: bool) -> Message:
    """One confirmation for everything that was made at once."""
    return Message(first, [*shown, *(offer(texts) if offered else [])])


def line(
    task: Task,
    names: Mapping[str, str],
    links: Mapping[int, str],
    texts: Texts,
    now: datetime,
) -> Mrkdwn:
    return texts.mrkdwn(
        "task.line",
        n=task.number,
        title=title(task, links),
        owner=owner(task, names, texts),
        due=due(task, texts, now) or texts("task.undated"),
        mark=_mark(task, texts),
    )


def standing(
    task: Task, names: Mapping[str, str], links: Mapping[int, str], texts: Texts, now: datetime
) -> Mrkdwn:
    """The line of a task in whatever state it is."""
    if task.state == OPEN:
        return line(task, names, links, texts, now)
    return texts.mrkdwn(
        "task.line_closed" if task.state == DONE else "task.line_dropped",
        n=task.number,
        title=title(task, links),
        who=closer(task, names, texts),
        when=texts.instant(task.closed_at, now) if task.closed_at else "",
    )


def title(task: Task, links: Mapping[int, str]) -> Mrkdwn:
    """Linked to where it comes from, once that is known."""
    short = markup.fit(markup.one_line(task.title), LINE)
    return markup.link(links[task.id], short) if task.id in links else markup.escape(short)


def owner(task: Task, names: Mapping[str, str], texts: Texts) -> str:
    """Says so while they have not answered."""
    if task.owner_id is None:
        return texts("task.unowned")
    who = person(names.get(task.owner_id, task.owner_id), texts)
    return texts("task.owner_asked", who=who) if task.asked_at else who


def mention(task: Task) -> Mrkdwn:
    """Its owner, who is told of it."""
    return Mrkdwn(f"<@{task.owner_id}>")


def closer(task: Task, names: Mapping[str, str], texts: Texts) -> str:
    return person(names.get(task.closed_by or "", task.closed_by or ""), texts)


def due(task: Task, texts: Texts, now: datetime) -> str:
    """Always with its weekday; empty without a deadline."""
    if task.due_on is None:
        return ""
    if task.due_at is None:
        return texts.day(task.due_on, now.date())
    return texts.instant(task.due_at, now)


def action(task: Task, texts: Texts) -> BlockElement:
    """The one thing beside a line: take what nobody owns, else what can be done with it."""
    if task.owner_id is None:
        return blocks.button(texts("task.take"), "tasks.take", str(task.number))
    return line_menu(task, texts)


def line_menu(task: Task, texts: Texts, action_id: str = "tasks.menu") -> InteractiveElement:
    return menu([("done", texts("task.done")), *_changes(texts)], task, action_id)


def menu(choices: Sequence[tuple[str, ...]], task: Task, action_id: str = "tasks.menu") -> InteractiveElement:
    """Each (what, text) or (what, text, address)."""
    entries = [(text, f"{what}:{task.number}", *address) for what, text, *address in choices]
    return blocks.menu(action_id, entries)


def closed(task: Task, texts: Texts) -> Message:
    return _undoable("task.done_notice", task, texts)


def closed_before(task: Task, names: Mapping[str, str], texts: Texts, now: datetime) -> Message:
    """Somebody else did it."""
    when = texts.instant(task.closed_at, now) if task.closed_at else ""
    return notice("task.done_before", task, texts, who=closer(task, names, texts), when=when)


def dropped(task: Task, texts: Texts) -> Message:
    return _undoable("task.dropped_notice", task, texts)


def moved(task: Task, texts: Texts, now: datetime) -> Message:
    when = due(task, texts, now)
    return notice("task.moved_notice" if when else "task.moved_undated", task, texts, due=when)


def reassigned(task: Task, names: Mapping[str, str], texts: Texts) -> Message:
    if task.owner_id is None:
        return notice("task.given_up_notice", task, texts)
    who = person(names.get(task.owner_id, task.owner_id), texts)
    return notice("task.asked_notice" if task.asked_at else "task.reassigned_notice", task, texts, who=who)


def taken(task: Task, texts: Texts, now: datetime) -> Message:
    when = due(task, texts, now)
    return notice("task.taken_notice" if when else "task.taken_undated", task, texts, due=when)


def reopened(task: Task, texts: Texts) -> Message:
    return notice("task.reopened_notice", task, texts)


def _undoable(key: str, task: Task, texts: Texts) -> Message:
    said = notice(key, task, texts)
    undo = blocks.button(texts("task.reopen"), "tasks.reopen", str(task.number))
    return Message(said.text, [*said.blocks, blocks.actions(undo)])


def notice(key: str, task: Task, texts: Texts, **values: object) -> Message:
    values = {"n": task.number, "title": markup.clip(task.title, LINE), **values}
    return Message(texts(key, **values), [blocks.section(texts.mrkdwn(key, **values))])


def _heading(task: Task, texts: Texts) -> Mrkdwn:
    key = "task.heading" if task.state == OPEN else "task.heading_closed"
    return texts.mrkdwn(key, n=task.number, title=markup.one_line(task.title), mark=_mark(task, texts))


def _mark(task: Task, texts: Texts) -> str:
    return texts("task.high") if task.priority == HIGH and task.state == OPEN else ""


def _facts(task: Task, names: Mapping[str, str], texts: Texts, now: datetime) -> Block:
    if task.state == DROPPED:
        reason = markup.fit(markup.one_line(task.reason or ""), REASON_ROOM)
        return blocks.section(texts.mrkdwn("task.dropped", who=closer(task, names, texts), reason=reason))
    if task.state != OPEN:
        return blocks.section(texts.mrkdwn("task.closed", who=closer(task, names, texts)))
    facts = [
        texts.mrkdwn("task.field_owner", owner=owner(task, names, texts)),
        texts.mrkdwn("task.field_due", due=due(task, texts, now) or texts("task.undated")),
    ]
    if task.kind:
        facts.append(texts.mrkdwn("task.field_kind", kind=texts(f"task.kind_{task.kind}")))
    return blocks.fields(*facts)


def _registered(
    task: Task, names: Mapping[str, str], link: str | None, texts: Texts, now: datetime
) -> Mrkdwn:
    who = person(names.get(task.author_id, task.author_id), texts)
    when = texts.instant(task.created_at, now)
    source = task.source_ts and origin(link, task.source_edited_at, task.source_gone_at, texts)
    if not source:
        return texts.mrkdwn("task.by", who=who, when=when)
    return texts.mrkdwn("task.by_from", who=who, when=when, source=source)


def _buttons(task: Task, link: str | None, texts: Texts) -> list[InteractiveElement]:
    buttons = [blocks.button(texts("task.done"), "tasks.done", str(task.number), "primary")]
    if task.owner_id is None:
        buttons.append(blocks.button(texts("task.take"), "tasks.take", str(task.number)))
    source = [("source", texts("task.source"), link)] if link and task.has_source else []
    return [*buttons, menu([*_changes(texts), *source], task)]


def _changes(texts: Texts) -> list[tuple[str, ...]]:
    return [(what, texts(f"task.menu_{what}")) for what in ("due", "owner", "edit", "drop")]


def _understood(task: Task, draft: Draft, texts: Texts, now: datetime) -> Mrkdwn:
    """What became of the deadline, always with its weekday."""
    values = {"n": task.number, "title": markup.clip(task.title, LINE)}
    if draft.passed:
        return texts.mrkdwn("task.saved_passed", day=texts.day(draft.passed, now.date()), **values)
    if task.due_on is None:
        return texts.mrkdwn("task.saved_undated" if draft.is_read else "task.saved_without_due", **values)
    key = "task.saved_other_weekday" if draft.weekday_differs else "task.saved"
    return texts.mrkdwn(key, due=due(task, texts, now), **values)
