"""Who is named in a sentence, and where."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.deadlines.marks import HONORED, HONORIFIC, MARKS, MENTION
from bot.deadlines.model import Mentionable
from bot.deadlines.patterns import Late, any_of
from bot.deadlines.roles import is_addressed, is_entered, opens, owns

LONGEST_NAME = 24
MARKED = any_of(
    rf"{MENTION.pattern}(?:\s?{HONORIFIC})?",
    rf"[@＠](?<![\w.].)(?P<at>[^\s@＠<>、。,:;!?()（）]{{1,{LONGEST_NAME}}})",
)
AT = Late(rf"(?=[<@＠])(?:{MARKED}|(?P<named>(?!)))", re.IGNORECASE)
PERSON = Late(
    any_of(
        MARKED,
        r"(?P<named>(?:(?<=^)|(?<=[^\w])|(?<=[ぁ-ん]))"
        rf"(?:[^\W\dぁ-ん_]|[.・]){{1,{LONGEST_NAME}}}(?:\s[^\W\dぁ-ん_]{{1,{LONGEST_NAME}}})?)\s?{HONORIFIC}",
    ),
    re.IGNORECASE,
)
HONOR_BEHIND = Late(rf"\s?{HONORIFIC}")
FIRST_WORD = Late(r"(?<![\w@.<>|/-])[^\W\d_](?:[\w.'-]{0,22}[\w'-])?")
SURNAME = Late(r"\s[A-Z][\w'-]{1,23}")
Names = Mapping[str, str | None]


class Named(NamedTuple):
    """A person and where the text names them, `start`–`end` in what was searched."""

    id: str
    start: int
    end: int
    is_owner: bool
    opens: bool  # stands at the beginning: spoken to


@lru_cache(maxsize=32)
def names_of(people: tuple[Mentionable, ...]) -> Names:
    """Names in lower case to ids, None where several people share one."""
    index: dict[str, str | None] = {}
    for person in people:
        for name in written_names(person):
            index[name] = None if index.get(name, person.id) != person.id else person.id
    return index


def written_names(person: Mentionable) -> set[str]:
    full = {name.strip().lower() for name in (person.name, person.real_name)}
    parts = {part for name in full for part in re.split(r"[\s　]+", name)}
    return (full | parts | {re.sub(r"[\s　]", "", name) for name in full}) - {""}


def named_in(
    text: str, names: Names, *, marked: bool = True, plainly: bool = True, listed: bool = False
) -> list[Named]:
    """Everybody named in a sentence as it stands in Slack, in its order: `marked` (@, さん) or `plainly`.

    Those `listed` may stand in a place of their own: budget draft – Bob, Friday.
    """
    found = list(named_with_mark(text, names)) if marked and MARKS.search(text) else []
    if plainly:
        found += plainly_named(text, names, listed=listed)
    if len(found) < 2:
        return found
    kept: list[Named] = []
    for one in sorted(found, key=lambda named: named.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def named_with_mark(text: str, names: Names) -> Iterator[Named]:
    """<@U1>, @name and 名前さん."""
    for match in (PERSON if HONORED.search(text) else AT).finditer(text):
        start, end, identity = match.start(), match.end(), match["id"]
        if identity is None and names:
            identity, start, end = looked_up(match, names)
        if identity:
            yield Named(identity, start, end, owns(text, start, end), opens(text, start, end))


def looked_up(match: re.Match[str], names: Names) -> tuple[str | None, int, int]:
    """The longest part of what was found that is a name: the end of 件で鈴木, the start of @bobさん."""
    if match["at"]:
        name = match["at"].lower()
        for size in range(len(name), 0, -1):
            if names.get(name[:size]):
                end = match.start("at") + size
                honored = HONOR_BEHIND.match(match.string, end)
                return names[name[:size]], match.start(), honored.end() if honored else end
        return None, 0, 0
    name = match["named"].lower()
    for cut in range(len(name)):
        if identity := names.get(name[cut:]):
            return identity, match.start("named") + cut, match.end()
    return None, 0, 0


def plainly_named(text: str, names: Names, *, listed: bool) -> Iterator[Named]:
    """Bob, can you … / Bob to update … / 担当: 鈴木 / (鈴木): where only a person can stand."""
    if names.keys().isdisjoint(map(str.lower, FIRST_WORD.findall(text))):
        return
    for match in FIRST_WORD.finditer(text):
        if match[0].lower() in names:
            start, end = match.start(), end_of_name(match, names)
            identity = names.get(text[start:end].lower())
            if identity and (is_addressed(text, start, end) or (listed and is_entered(text, start, end))):
                yield Named(identity, start, end, True, opens(text, start, end))


def end_of_name(first: re.Match[str], names: Names) -> int:
    """With the surname behind the first name, where that is a name too: whole names hold their parts."""
    full = SURNAME.match(first.string, first.end())
    return full.end() if full and first.string[first.start() : full.end()].lower() in names else first.end()
