"""From pieces to expressions: neighbours that say different things about one date belong together."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from babel.core import Locale, UnknownLocaleError

from bot.deadlines.english.dates import ENGLISH
from bot.deadlines.grammar import Grammar, Piece
from bot.deadlines.japanese.dates import JAPANESE
from bot.deadlines.meaning import SOFT, Meaning, merged, says_when
from bot.deadlines.numeric import NUMERIC
from bot.deadlines.patterns import Late
from bot.deadlines.plain import Plain

LANGUAGES = (NUMERIC, JAPANESE, ENGLISH)
GRAMMAR = Grammar(LANGUAGES)
LONGEST_GAP = 16
LINK = Late("|".join(link for language in LANGUAGES for link in language.links))
ARROW = Late(r"\s?(?:→|⇒|->|=>)\s?")
RANGE = Late("|".join(link for language in LANGUAGES for link in language.ranges))
TIGHT = Late(r"\s?の?\s?|\s?\(|\sat\s|\son\s")
TOUCHING = Late(r"の?|\)")
LEVELS = {"year": 0, "month": 1, "quarter": 1, "period": 1, "nth": 2, "weekday": 2, "day": 2, "edge": 2,
          "rest": 2, "shift": 2, "part": 3, "clock": 4, "zone": 5}  # fmt: skip


class Expression(NamedTuple):
    """A date as it was said; `start`–`end` with the words that announce it, `first`–`last` without."""

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning
    closed: bool = False  # by a bound behind it: nothing more belongs to it


def expressions(plain: Plain, language: str) -> list[Expression]:
    found: list[Expression] = []
    current: Expression | None = None
    for unit in prefixed(plain, GRAMMAR.pieces(plain)):
        joined = current and join(plain, current, unit)
        if current and not joined:
            found.append(ordered(current, language))
        current = joined or (unit if may_begin(unit.meaning) else None)
    return [*found, ordered(current, language)] if current else found


def may_begin(meaning: Meaning) -> bool:
    """まで, 中 and 末 only follow; by and the end of only precede."""
    return not FOLLOWERS.issuperset(meaning) or "leaning" not in meaning


FOLLOWERS = {"edge", "end", "before", "leaning", "zone"}


def prefixed(plain: Plain, pieces: Iterable[Piece]) -> Iterator[Expression]:
    """Each piece together with the pieces before it that belong to it: by + the end of + next week."""
    waiting: list[Expression] = []
    for piece in pieces:
        unit = expression_of(piece)
        if "prefix" in piece.meaning:
            waiting.append(unit)
            continue
        while waiting:
            before = waiting.pop()
            joined = join(plain, before, unit)
            if joined is None:
                yield from (*waiting, before)
                waiting = []
            unit = joined or unit
        yield unit
    yield from waiting


def expression_of(piece: Piece) -> Expression:
    start, end, meaning = piece
    if "label" in meaning:
        first, last = (end, end) if "prefix" in meaning else (end, start)
        return Expression(start, end, first, last, meaning)
    closed = "end" in meaning and "leaning" in meaning and "prefix" not in meaning
    return Expression(start, end, start, end, meaning, closed)


def join(plain: Plain, one: Expression, two: Expression) -> Expression | None:
    if two.start - one.end > LONGEST_GAP or is_ahead(two):
        return None
    gap = plain.lower[one.end : two.start]
    if "\n" in gap or (is_long(one.meaning) and is_for_it(plain, one) and "end" in two.meaning):
        return None
    meaning = linked(one, two, gap) or ranged(one, two, gap)
    if meaning is None:
        return None
    first = one.first if says_more(one) else min(two.first, two.end)
    last = two.last if says_more(two) else one.last
    return Expression(one.start, two.end, first, last, meaning, one.closed or two.closed)


def is_for_it(plain: Plain, unit: Expression) -> bool:
    """Your availability for next week (by Friday)."""
    return plain.lower.endswith("for ", 0, unit.start)


def is_ahead(unit: Expression) -> bool:
    """today before they close: a word that belongs to what follows."""
    return "prefix" in unit.meaning and not says_when(unit.meaning)


def says_more(unit: Expression) -> bool:
    """Whether the unit belongs to the span: anything but a label (締切は, due date:)."""
    return "label" not in unit.meaning or says_when(unit.meaning)


def linked(one: Expression, two: Expression, gap: str) -> Meaning | None:
    if one.closed and says_when(two.meaning):
        return None
    if (gap and not LINK.fullmatch(gap)) or not fits_gap(one.meaning, two.meaning, gap):
        return None
    meaning = (
        (in_other_words(one.meaning, two.meaning) if gap == "の" else None)
        or merged(one.meaning, two.meaning)
        or (in_figures(one.meaning, two.meaning) if "(" in gap else None)
    )
    if meaning and "prefix" in meaning:
        del meaning["prefix"]
    return meaning


def in_other_words(one: Meaning, two: Meaning) -> Meaning | None:
    """発行の1週間前の12月13日: the date is the day already counted to."""
    if "shift" not in one or not one["shift"].anchored or "month" not in two:
        return None
    return two if not LEVELS.keys() & one.keys() - {"shift"} else None


def in_figures(one: Meaning, two: Meaning) -> Meaning | None:
    """来週の金曜(12/4): the date in brackets is the day already named."""
    if "figures" not in two or "day" in one or not {"weekday", "period"}.intersection(one):
        return None
    return cast(Meaning, {slot: value for slot, value in one.items() if slot != "period"} | two)


def fits_gap(one: Meaning, two: Meaning, gap: str) -> bool:
    """What can only stand close to what it belongs to."""
    if "から" in gap or "より" in gap:
        return "shift" in two
    if "day" in one and "end" in two and "period" in two and two["period"].unit == "day":
        return "(" in gap
    if gap == "で":
        return not says_when(two)
    if "duration" in two or ("quarter" in one and "end" in two and says_when(two)):
        return False
    if "void" in one and "end" in two and says_when(two):  # last month's invoices by Friday
        return False
    if "void" in one or "void" in two:
        return bool(TIGHT.fullmatch(gap))
    if two.keys() - SOFT == {"edge"} and "prefix" not in one:
        return bool(TOUCHING.fullmatch(gap))
    if "end" in two and is_long(one) and is_time(two):
        return False
    if "weekday" in two and ("day" in one or ("period" in one and one["period"].unit == "day")):
        return "bracketed" in two or bool(TIGHT.fullmatch(gap))
    return True


def is_time(meaning: Meaning) -> bool:
    """A time of the day and nothing larger."""
    return bool(said := LEVELS.keys() & meaning.keys()) and said <= {"part", "clock"}


def is_long(meaning: Meaning) -> bool:
    """A week or more as a whole: no time of the day belongs to it (next week by 5pm)."""
    if "period" not in meaning or meaning["period"].unit == "day":
        return False
    return not LEVELS.keys() & meaning.keys() - {"period"}


def ranged(one: Expression, two: Expression, gap: str) -> Meaning | None:
    """A range or a choice: the last one said, with what it left unsaid taken from the first."""
    if (
        one.closed
        or not (RANGE.fullmatch(gap) or ARROW.fullmatch(gap))
        or not says_when(one.meaning)
        or not says_when(two.meaning)
    ):
        return None
    if "void" in one.meaning or "void" in two.meaning:
        return one.meaning | two.meaning if two.meaning.keys() - SOFT in ({"clock"}, {"weekday"}) else None
    if ARROW.fullmatch(gap):
        return moved(one.meaning, two.meaning)
    level = min(LEVELS[slot] for slot in two.meaning if slot in LEVELS)
    if level > max(LEVELS[slot] for slot in one.meaning if slot in LEVELS):
        return None
    both = coarser(one.meaning, level) | two.meaning
    both["several"] = True
    if "end" in one.meaning:
        both["end"] = True
    if "から" in gap and "clock" in two.meaning:
        both["lasting"] = True
    return both


def moved(first: Meaning, second: Meaning) -> Meaning:
    """期限は11/27→12/4: the second, said as the first was."""
    said = {slot: value for slot, value in first.items() if slot in ("end", "label")}
    return cast(
        Meaning, coarser(first, min(LEVELS[slot] for slot in second if slot in LEVELS)) | said | second
    )


def coarser(meaning: Meaning, level: int) -> Meaning:
    """The slots above a level: what the end of a range takes from its start."""
    kept = {slot: value for slot, value in meaning.items() if LEVELS.get(slot, level) < level}
    return cast(Meaning, kept)


def ordered(expression: Expression, language: str) -> Expression:
    """3/12 is 3 December to a writer whose language puts the day first, and 25/12 to anyone."""
    meaning = expression.meaning
    if "figures" not in meaning or not (
        meaning["month"] > 12 or (day_first(language) and meaning["day"] <= 12)
    ):
        return expression
    turned = meaning | Meaning(month=meaning["day"], day=meaning["month"])
    return expression._replace(meaning=turned)


@cache
def day_first(language: str) -> bool:
    try:
        pattern = Locale.parse(language, sep="-").date_formats["short"].pattern
    except (ValueError, UnknownLocaleError):
        return False
    return str(pattern).lower().index("d") < str(pattern).lower().index("m")
