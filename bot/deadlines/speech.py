"""What sentences do with dates: ask, decide, look back, greet. All patterns see `Plain.lower`.

Each language gives patterns of the same names in its `SPEECH`, or leaves out what it has no use for.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.deadlines import english, japanese
from bot.deadlines.grammar import latin_ends
from bot.deadlines.openings import openings
from bot.deadlines.patterns import Late, any_of
from bot.deadlines.plain import JAPANESE
from bot.deadlines.tries import beginning

LANGUAGES = (japanese, english)


def either(name: str, *, in_ascii: bool = False) -> str:
    """The patterns of one name in all languages, or in those that are written in ASCII."""
    files = (file for language in LANGUAGES for file in language.SPEECH)
    patterns = [getattr(file, name) for file in files if hasattr(file, name)]
    if not patterns:
        raise LookupError(f"no language has {name}")
    return any_of(*(pattern for pattern in patterns if pattern.isascii() or not in_ascii))


def whole(name: str) -> Late:
    """Matches all of the words."""
    pattern = either(name)
    return Late(lambda: latin_ends(pattern), re.MULTILINE)


def place(name: str) -> Late:
    """Matches the first character of the words, which is sooner found; their openings must be certain."""
    pattern = either(name)
    return Late(lambda: guarded(latin_ends(pattern), openings(pattern)), re.MULTILINE)


def guarded(pattern: str, opened: Collection[str]) -> str:
    """Tried only where one of its openings stands, never inside a Latin word."""
    first = re.escape("".join(sorted({opening[0] for opening in opened})))
    return rf"[{first}](?<![a-z0-9_][a-z])(?<=(?:{beginning(sorted(opened))}))(?<=(?=(?:{pattern})).)"


def places(text: str) -> Mapping[str, Iterable[int]]:
    """Where the words of each signal are found in a whole text.

    What holds nothing Japanese is looked through once for all of them (no two begin at one place), with
    the words of the languages that are written in ASCII.
    """
    if not text.isascii() and JAPANESE.search(text):
        return {name: map(re.Match.start, ANYWHERE[name].finditer(text)) for name in SIGNALS}
    found: dict[str, list[int]] = {name: [] for name in SIGNALS}
    for match in IN_ASCII.finditer(text):
        found[match.lastgroup or ""].append(match.start())
    return found


def commands(text: str) -> Iterator[int]:
    """Where a clause opens with a verb that tells somebody to do something."""
    return (match.end() - 1 for match in COMMAND.finditer(f"\n{text}"))


# a whole text
SIGNALS = ("ASKS", "URGENT", "DECIDED")
ANYWHERE = {name: place(name) for name in SIGNALS}
CLAUSE_BEGINS = r"[\n!-/:-@\[-`{-~–—•\ufffc]\s?(?=[a-z])(?:(?<=\s)|(?<!\w.))"  # not in follow-up
COMMAND = Late(
    lambda: (
        f"{CLAUSE_BEGINS}(?={beginning(sorted(openings(either('COMMANDS'))))})"
        f"(?={latin_ends(either('COMMANDS'))})"
    )
)
# speech
ASKS = ANYWHERE["ASKS"]
IDLE = place("IDLE")
SCHEDULED = place("SCHEDULED")
QUESTION = place("QUESTION")
STATEMENT = place("STATEMENT")
PAST_AROUND = place("PAST_AROUND")
AHEAD = place("AHEAD")
URGENT = ANYWHERE["URGENT"]
NOT_URGENT = place("NOT_URGENT")
TOLD = place("TOLD")
ANYBODY = place("ANYBODY")
ANNOUNCED = whole("ANNOUNCED")
HEARD = place("HEARD")
SETTLED = whole("SETTLED")
WISHING = place("WISHING")
REFERS_BACK = whole("REFERS_BACK")
# courtesies
FORMULA = place("FORMULA")
COURTESY = whole("COURTESY")
THANKED = place("THANKED")
GREETING = whole("GREETING")
# deciding
OPEN = place("OPEN")
UNDECIDED = place("UNDECIDED")
# outline
HEADLINE = whole("HEADLINE")
HISTORY_HEADING = whole("HISTORY_HEADING")
DECISION_HEADING = whole("DECISION_HEADING")
TASK_HEADING = whole("TASK_HEADING")
TASKS_ALONE = whole("TASKS_ALONE")
NO_TITLE = whole("NO_TITLE")
FIELD = whole("FIELD")
DESCRIPTION = whole("DESCRIPTION")
DETAIL = whole("DETAIL")
COLUMN = whole("COLUMN")
CLOSING = whole("CLOSING")
TELLING = whole("TELLING")
# around a date
CORRECTED = place("CORRECTED")
PAST_BEHIND = place("PAST_BEHIND")
ASKED_THEN = whole("ASKED_THEN")
REPORTED = place("REPORTED")
WAS_DUE = whole("WAS_DUE")
CONDITION = whole("CONDITION")
CLAUSE_END = whole("CLAUSE_END")
ENOUGH = whole("ENOUGH")
CONDITION_BEFORE = whole("CONDITION_BEFORE")
REASON = whole("REASON")
TASKED = whole("TASKED")
STAYING = whole("STAYING")
SUBJECT = whole("SUBJECT")
IS_WHEN = whole("IS_WHEN")
TAKES_PLACE = whole("TAKES_PLACE")
WHETHER_BEFORE = place("WHETHER_BEFORE")
DROPPED = place("DROPPED")


def named(*names: str, in_ascii: bool = False) -> str:
    """Any of them, each a group of its name."""
    return "|".join(f"(?P<{name}>{latin_ends(either(name.upper(), in_ascii=in_ascii))})" for name in names)


IN_ASCII = Late(
    lambda: guarded(
        named(*SIGNALS, in_ascii=True),
        {one for name in SIGNALS for one in openings(either(name, in_ascii=True))},
    )
)
AROUND_BEFORE = (
    "granted",
    "void_before",
    "event_is",
    "ideally",
    "each",
    "purpose",
    "possessive",
    "determiner",
)
BEFORE = Late(
    lambda: guarded(
        named(*AROUND_BEFORE), {one for name in AROUND_BEFORE for one in openings(either(name.upper()))}
    )
)
AROUND_BEHIND = (
    "taken_back",
    "before_event",
    "of_event",
    "void",
    "at_event",
    "attribute",
    "topic",
    "concession",
)
BEHIND = Late(lambda: named(*AROUND_BEHIND))


def before(text: str) -> re.Match[str] | None:
    """What stands right before a date, at the end of the text; `lastgroup` names it: the call is on."""
    return BEFORE.search(text)


def behind(text: str, end: int) -> re.Match[str] | None:
    """What stands right behind a date; `lastgroup` names it: 金曜の定例までに is a before_event."""
    return BEHIND.match(text, end)
