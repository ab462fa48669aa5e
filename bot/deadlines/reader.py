"""The questions others ask of a text."""

from collections.abc import Collection

from bot.deadlines.decisions import decisions
from bot.deadlines.emphasis import unmarked
from bot.deadlines.english import asking as english_asking
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.model import Deadline, Mentionable, Reference, Request, Understood
from bot.deadlines.people import Named, named_in, names_of
from bot.deadlines.plain import JAPANESE
from bot.deadlines.reading import Reading, read
from bot.deadlines.requests import requests
from bot.deadlines.titles import deadline_cut, owner_cut, without, without_urgency
from bot.deadlines.urgency import priority_of


def read_deadline(text: str, reference: Reference) -> Deadline | None:
    """The deadline a task with this text would get."""
    clear = unmarked(text)
    found = read(clear, reference).deadline
    return clear.deadline(found and found.deadline)


def read_request(text: str, reference: Reference, people: Collection[Mentionable]) -> Request:
    """The whole text taken as one request: the first mention owns it, what is left is its title."""
    clear = unmarked(text)
    reading = read(clear, reference)
    found = reading.deadline
    named = named_in(clear.text, names_of(tuple(people)))
    owner = next((one for one in named if one.is_owner or clear.text[one.start] in "<@＠"), None)
    return Request(
        title=whole_title(reading, owner),
        owner=owner.id if owner else None,
        deadline=clear.deadline(found and found.deadline),
        priority=priority_of(reading.plain.lower),
        span=(0, len(text)),
    )


def whole_title(reading: Reading, owner: Named | None) -> str:
    text, found = reading.plain.raw, reading.deadline
    cuts = [deadline_cut(text, *reading.plain.span(found.start, found.end))] if found else []
    if owner:
        cuts.append(owner_cut(text, owner.start, owner.end))
    first, *notes = without_urgency(without(text, 0, len(text), cuts)).split("\n") or [""]
    return "\n".join([polite_free(first), *notes])


def polite_free(line: str) -> str:
    """見積もりを更新してください → 見積もりを更新; 議事録を(金曜まで) → 議事録; the rest and links stay."""
    if not JAPANESE.search(line):
        return english_asking.asked(line, enough=False, firm=False) or line
    linked = japanese_asking.LINKED.search(line)
    words, link = (line[: linked.start()], f" {linked['link']}") if linked else (line, "")
    title = japanese_asking.asked(words, enough=False, firm=False)
    return f"{title}{link}" if title else line.removesuffix("を")


def understand(text: str, reference: Reference, people: Collection[Mentionable]) -> Understood:
    """What a whole message or thread says."""
    clear = unmarked(text)
    reading = read(clear, reference)
    found = reading.deadline
    return Understood(
        deadline=clear.deadline(found and found.deadline),
        priority=priority_of(reading.plain.lower) if reading.pressing else None,
        requests=tuple(map(clear.request, requests(reading, people))),
        decisions=tuple(decisions(reading)),
    )
