"""`python -m bot read`: what Urakata would understand, for whoever wonders and for reports of misreadings."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo, available_timezones

from bot.deadlines import Deadline, Mentionable, Reference, Understood, understand
from bot.errors import SetupError
from bot.platform.calendar import Calendar, knows_country, zones_of
from bot.platform.clock import Clock


def read(
    text: Sequence[str],
    json_lines: bool,
    at: str | None,
    lang: str,
    calendar: str,
    names: Path | None,
    stdin: TextIO,
    stdout: TextIO,
) -> int:
    """Write what would be understood of each message; returns the exit code.

    Messages are `text`, or the lines of stdin if there is none or if `json_lines`, which also makes each
    answer one line of JSON; there a message of several lines is given as a JSON string. `at` is an ISO
    instant with its offset (now if None), `lang` the writer's language tag, `calendar` a country of two
    letters, `names` a file with a JSON list of {"id", "name", "real_name"}. Raises SetupError for an
    option that cannot be read.
    """
    reference = reference_of(at, lang, calendar)
    people = people_in(names) if names else ()
    for message in text or lines(stdin, json_lines):
        understood = understand(message, reference, people)
        answer = in_json(understood) if json_lines else in_words(message, understood)
        stdout.write(answer + "\n")
    return 0


def lines(stdin: TextIO, json_lines: bool) -> Iterator[str]:
    written = (line.rstrip("\r\n") for line in stdin)
    return map(unwrapped, written) if json_lines else written


def unwrapped(line: str) -> str:
    """The text that a JSON string holds; any other line as it stands."""
    if not (line.startswith('"') and line.endswith('"')):
        return line
    with suppress(ValueError):
        return str(json.loads(line))
    return line


def reference_of(at: str | None, lang: str, country: str) -> Reference:
    if not knows_country(country):
        raise SetupError(f"--calendar: there is no calendar of {country!r}; two letters such as JP or GB")
    now = Clock().now() if at is None else instant(at)
    return Reference(now=now, zone=zone_at(now, country), calendar=Calendar(country), language=lang)


def instant(at: str) -> datetime:
    try:
        now = datetime.fromisoformat(at)
    except ValueError as error:
        raise SetupError(f"--at: {at!r} is no ISO instant such as 2026-11-25T10:00+09:00") from error
    if now.tzinfo is None:
        raise SetupError(f"--at: {at!r} has no offset; write it as 2026-11-25T10:00+09:00")
    return now


def zone_at(now: datetime, country: str) -> ZoneInfo:
    """The country's zone with the offset said, else any zone with it; the country's first if it is now."""
    here = [ZoneInfo(name) for name in zones_of(country)]
    if now.tzinfo is UTC and here:
        return here[0]
    everywhere = map(ZoneInfo, sorted(available_timezones()))
    fitting = (zone for zone in (*here, *everywhere) if now.astimezone(zone).utcoffset() == now.utcoffset())
    return next(fitting, ZoneInfo("UTC"))


def people_in(names: Path) -> tuple[Mentionable, ...]:
    try:
        listed = json.loads(names.read_text(encoding="utf-8"))
        return tuple(Mentionable(one["id"], one["name"], one.get("real_name", "")) for one in listed)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise SetupError(f'--names: {names} is no JSON list of {{"id", "name", "real_name"}}') from error


def in_json(understood: Understood) -> str:
    deadline = kept(understood.deadline)
    answer: dict[str, Any] = {
        "deadline": when(deadline),
        "kind": deadline and deadline.kind,
        "span": deadline and list(deadline.span),
        "priority": understood.priority,
        "requests": [
            {
                "title": request.title,
                "owner": request.owner,
                "deadline": when(kept(request.deadline)),
                "priority": request.priority,
            }
            for request in understood.requests
        ],
        "decisions": list(understood.decisions),
    }
    return json.dumps(answer, ensure_ascii=False)


def kept(deadline: Deadline | None) -> Deadline | None:
    """The deadline a task would get: none that has passed."""
    return deadline if deadline and not deadline.is_past else None


def when(deadline: Deadline | None) -> str | None:
    """2026-12-04 or 2026-12-04T17:00, local."""
    if deadline is None:
        return None
    if deadline.time is None:
        return deadline.day.isoformat()
    return f"{deadline.day}T{deadline.time:%H:%M}"


def in_words(message: str, understood: Understood) -> str:
    return "\n".join([marked(message, understood.deadline), *told(understood)])


def told(understood: Understood) -> Iterator[str]:
    yield f"  deadline: {described(understood.deadline)}"
    if understood.priority:
        yield f"  priority: {understood.priority}"
    for request in understood.requests:
        owner, urgent = request.owner or "no owner", ", high" if request.priority else ""
        yield f"  request:  {request.title} ({owner}, {described(request.deadline)}{urgent})"
    for decision in understood.decisions:
        yield f"  decision: {decision}"


def marked(message: str, deadline: Deadline | None) -> str:
    """The message with ⟦⟧ around what the deadline was read from."""
    if deadline is None:
        return message
    start, end = deadline.span
    return f"{message[:start]}⟦{message[start:end]}⟧{message[end:]}"


def described(deadline: Deadline | None) -> str:
    if deadline is None:
        return "none"
    notes = (
        (deadline.is_past, "has passed"),
        (deadline.weekday_differs, "another weekday was said"),
        (deadline.is_range, "last of several"),
    )
    said = "".join(f", {note}" for holds, note in notes if holds)
    return f"{when(deadline)} {deadline.day:%a}, {deadline.kind}{said}"
