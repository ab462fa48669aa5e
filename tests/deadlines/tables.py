"""The examples, read from their tables. How to write them stands at the top of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.deadlines import Deadline, Mentionable, Reference
from bot.platform.calendar import Calendar

HERE = Path(__file__).parent
TOKYO = ZoneInfo("Asia/Tokyo")
REFERENCE = Reference(datetime(2026, 11, 25, 10, tzinfo=TOKYO), TOKYO, Calendar("JP"))
PEOPLE = (
    Mentionable("U1", "suzuki", "鈴木 一郎"),
    Mentionable("U2", "bob", "Bob Smith"),
    Mentionable("U3", "佐藤", "佐藤 花子"),
    Mentionable("U4", "tanaka.k", "田中 健"),
)


@dataclass(frozen=True)
class Phrase:
    """`means` is "2026-12-04", "2026-12-04 17:00" or "-"; `notes` its kind and flags."""

    text: str
    means: str
    notes: str = ""


@dataclass
class Message:
    text: str
    understood: list[str] = field(default_factory=list)


def phrases(language: str) -> list[Phrase]:
    return [phrase(line) for line in lines(f"phrases_{language}.txt") if line.strip()]


def phrase(line: str) -> Phrase:
    text, means, *rest = (cell.strip() for cell in line.split(" | "))
    return Phrase(text, means, *rest)


def messages(language: str) -> list[Message]:
    found: list[Message] = []
    for line in lines(f"messages_{language}.txt"):
        if line.startswith("> "):
            found.append(Message(line[2:].replace("\\n", "\n")))
        elif line:
            found[-1].understood.append(line)
    return found


def lines(name: str) -> Iterator[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


def when(deadline: Deadline | None) -> str:
    if deadline is None:
        return "-"
    return f"{deadline.day} {deadline.time:%H:%M}" if deadline.time else str(deadline.day)


def notes(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    flags = (
        (deadline.is_past, "past"),
        (deadline.weekday_differs, "weekday differs"),
        (deadline.is_range, "range"),
    )
    return ", ".join([deadline.kind, *(name for holds, name in flags if holds)])
