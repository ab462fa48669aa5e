"""From what people type to what a task is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from ..deadlines import Mentionable, Reference, Request, read_request, understand
from ..platform import markup
from .model import HIGH, NORMAL, Draft

ITEM = re.compile(r"^\s*(?:[-*•・]|\d+[.)])\s+")
_MARK = re.compile(r"^\s*\[[ xX]?\]\s*")


def drafts_from(
    text: str, reference: Reference, people: Collection[Mentionable], name_of: Callable[[str], str | None]
) -> list[Draft]:
    """The first line is a task, `- ` lines are tasks of their own, other lines the note of the one above."""
    drafts: list[Draft] = []
    for line in text.strip().splitlines():
        if not drafts or ITEM.match(line):
            drafts.append(_draft(_MARK.sub("", ITEM.sub("", line)), reference, people, name_of))
        else:
            drafts[-1] = replace(drafts[-1], note=f"{drafts[-1].note}\n{markup.plain(line, name_of)}")
    return [replace(draft, note=draft.note.strip()) for draft in drafts]


def draft_of_message(
    text: str, reference: Reference, people: Collection[Mentionable], name_of: Callable[[str], str | None]
) -> Draft:
    """The first request in a message, else its first line; a message of several lines is its note."""
    requests = understand(text, reference, people).requests
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    draft = draft_of(requests[0], name_of) if requests else _draft(first_line, reference, people, name_of)
    whole = markup.plain(text, name_of).strip()
    return replace(draft, note=whole if "\n" in whole else "")


def _draft(
    line: str, reference: Reference, people: Collection[Mentionable], name_of: Callable[[str], str | None]
) -> Draft:
    asked = read_request(line, reference, people)
    return (
        replace(draft_of(asked, name_of), title="") if _is_deadline(asked, line) else draft_of(asked, name_of)
    )


def draft_of(asked: Request, name_of: Callable[[str], str | None]) -> Draft:
    """A request as it was understood; a day that has passed is no deadline."""
    title = markup.one_line(markup.plain(asked.title, name_of))
    priority = HIGH if asked.priority else NORMAL
    draft = Draft(title, owner_id=asked.owner, priority=priority, is_read=True)
    deadline = asked.deadline
    if deadline is None:
        return draft
    if deadline.is_past:
        return replace(draft, passed=deadline.day)
    return replace(
        draft, due_on=deadline.day, due_time=deadline.time, weekday_differs=deadline.weekday_differs
    )


def _is_deadline(asked: Request, line: str) -> bool:
    """Somebody who typed only `明日` has not said what is to be done."""
    return asked.deadline is not None and asked.title == line[slice(*asked.deadline.span)].strip()
