"""Which expressions may be deadlines: not those that only describe, look back, start or greet."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.deadlines import speech
from bot.deadlines.meaning import Meaning
from bot.deadlines.model import Deadline, Kind, Reference
from bot.deadlines.moments import moment_of
from bot.deadlines.plain import Plain
from bot.deadlines.scan import VOID_AFTER, VOID_BEFORE, Expression
from bot.deadlines.sentences import Sentence

JAPANESE = re.compile("[ぁ-ヿ一-龠]")
LONGEST_WORDS_BEFORE = 28
LONGEST_CLAUSE = 80
WHOLE = {None, "whole", "early", "middle", "late", "first", "second"}
NARROW = {"day", "weekday", "nth", "clock", "rest", "shift"}
LONG = {"month", "quarter", "year"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deadline and where it stands in the plain text, with the words that announce it.

    `bound`: said as a limit (まで, by, 締切); `conceded`: taken back by what follows (…ですが、).
    """

    deadline: Deadline
    start: int
    end: int
    bound: bool
    conceded: bool
    spoken: "Spoken"


@dataclass(frozen=True)
class Spoken:
    """A sentence and what it does."""

    plain: Plain
    sentence: Sentence

    @cached_property
    def text(self) -> str:
        return self.plain.lower[self.sentence.start : self.sentence.end]

    @cached_property
    def is_japanese(self) -> bool:
        return bool(JAPANESE.search(self.text))

    @cached_property
    def is_formula(self) -> bool:
        return bool(speech.FORMULA.search(self.text))

    @cached_property
    def asks(self) -> bool:
        return bool(speech.ASKS.search(self.text)) and not self.is_formula

    @cached_property
    def is_idle(self) -> bool:
        """It greets, tells where somebody is, or asks back: its dates are no deadlines."""
        return not self.asks and bool(
            self.is_formula or speech.IDLE.search(self.text) or speech.QUESTION.search(self.text)
        )

    @cached_property
    def looks_back(self) -> bool:
        text = self.text
        return not self.asks and bool(speech.PAST_AROUND.search(text)) and not speech.AHEAD.search(text)


def candidate(expression: Expression, spoken: Spoken, reference: Reference) -> Candidate | None:
    """The deadline the expression names in its sentence, None when it is none."""
    meaning = expression.meaning
    if "void" in meaning or "leaning" in meaning or spoken.sentence.quoted or spoken.sentence.box == "done":
        return None
    plain = spoken.plain
    end = expression.end
    if event := speech.BEFORE_EVENT.match(plain.lower, end) or (
        speech.OF_EVENT.match(plain.lower, end) if "end" in meaning else None
    ):
        end = event.end()
        meaning = limited(meaning)
    if is_described(expression, meaning, spoken) or is_told(end, meaning, spoken):
        return None
    moment = moment_of(meaning, reference)
    if moment is None:
        return None
    deadline = Deadline(
        day=moment.day,
        time=moment.time,
        kind=kind_of(meaning),
        span=plain.span(expression.first, expression.last),
        is_past=moment.is_past(reference),
        weekday_differs=moment.weekday_differs,
        is_range="several" in meaning,
    )
    conceded = bool(speech.CONCESSION.match(plain.lower, end))
    return Candidate(deadline, expression.start, end, "end" in meaning, conceded, spoken)


def limited(meaning: Meaning) -> Meaning:
    """金曜の定例までに, before Friday's demo: the day itself, and a limit."""
    both = meaning | Meaning(end=True)
    both.pop("before", None)
    return both


def is_described(expression: Expression, meaning: Meaning, spoken: Spoken) -> bool:
    """Whether the date only says which thing is meant (12/3の会議の資料, the Friday call) or when it starts."""
    text, start, end = spoken.plain.lower, expression.start, expression.end
    words_before = text[max(0, start - LONGEST_WORDS_BEFORE) : start]
    if "label" not in meaning and "several" not in meaning and VOID_AFTER.match(text, end):
        return True
    if "several" not in meaning and VOID_BEFORE.search(words_before):
        return True
    if "end" in meaning or meaning.get("edge") == "whole":
        return False
    if speech.ATTRIBUTE.match(text, end):
        return not (spoken.asks and speech.AT_EVENT.match(text, end))
    if not spoken.asks and speech.EVENT_IS.search(words_before) and "label" not in meaning:
        return True
    followed = text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()
    return followed and bool(speech.DETERMINER.search(words_before))


def is_told(end: int, meaning: Meaning, spoken: Spoken) -> bool:
    """Whether the sentence tells what was or is, instead of what is to be done."""
    text = spoken.plain.lower
    limit = min(spoken.sentence.end, end + LONGEST_CLAUSE)
    clause_end = speech.CLAUSE_END.search_in(text, end, limit)
    clause = text[end : clause_end.end() if clause_end else limit]
    if speech.PAST_BEHIND.search(clause) and not is_still_due(meaning, clause):
        return True
    if "lasting" in meaning and not spoken.asks:
        return True
    if spoken.is_idle and ("end" not in meaning or not spoken.is_formula):
        return True
    if "end" in meaning:
        return False
    if spoken.is_formula or spoken.looks_back:
        return True
    return not spoken.asks and bool(speech.TOPIC.match(text, end) and speech.STATEMENT.search(spoken.text))


def is_still_due(meaning: Meaning, clause: str) -> bool:
    """Told in the past, but of a limit: 金曜までにとの連絡がありました, 納期は12/20で合意しました."""
    if "label" in meaning:
        return not speech.WAS_DUE.search(clause)
    return "end" in meaning and bool(speech.REPORTED.search(clause))


def kind_of(meaning: Meaning) -> Kind:
    if "end" in meaning:
        return "end"
    if meaning.get("edge") == "whole" or "during" in meaning:
        return "period"
    return "period" if is_long(meaning) and meaning.get("edge") in WHOLE and NARROW.isdisjoint(meaning) else "point"


def is_long(meaning: Meaning) -> bool:
    return not LONG.isdisjoint(meaning) or "edge" in meaning or ("period" in meaning and meaning["period"].unit != "day")
