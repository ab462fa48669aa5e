"""Which expressions may be deadlines: not those that only describe, look back, start or greet."""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.deadlines import speech
from bot.deadlines.kinds import kind_of
from bot.deadlines.meaning import Meaning
from bot.deadlines.model import Deadline, Reference
from bot.deadlines.moments import moment_of
from bot.deadlines.plain import Plain
from bot.deadlines.scan import Expression, is_time
from bot.deadlines.spoken import Spoken

LONGEST_WORDS_BEFORE = 28
LONGEST_CLAUSE = 80
LONGEST_CONDITION = 160


class Candidate(NamedTuple):
    """A deadline and where it stands in the plain text, with the words that announce it.

    `bound`: said as a limit (まで, by, 締切); `conceded`: taken back by what follows (…ですが、);
    `for_each`: of all that is asked (どちらも金曜中).
    """

    deadline: Deadline
    start: int
    end: int
    bound: bool
    conceded: bool
    for_each: bool
    spoken: Spoken

    def corrected_by(self, other: "Candidate") -> "Candidate":
        """Where and as what it was said, with the day and the words of the other."""
        kind = self.deadline.kind if self.bound else other.deadline.kind
        return self._replace(deadline=replace(other.deadline, kind=kind))

    @property
    def limits(self) -> bool:
        return self.bound or self.deadline.kind == "period"


def candidate(expression: Expression, spoken: Spoken, reference: Reference) -> Candidate | None:
    """The deadline the expression names in its sentence, None when it is none."""
    meaning, end = expression.meaning, expression.end
    if "void" in meaning or "leaning" in meaning or spoken.sentence.quoted or spoken.is_settled:
        return None
    behind = speech.behind(spoken.plain.lower, end)
    limits = behind is not None and is_limited_by(behind, meaning)
    if not limits and is_described(meaning, named(behind), spoken):
        return None
    before = words_before(expression, spoken)
    if not spoken.is_japanese and is_lasting_until(expression, spoken) and named(before) != "granted":
        return None
    if not limits and is_introduced(named(before), expression, spoken):
        return None
    if not limits and (takes_place(expression, spoken) or is_of_log(expression, spoken)):
        return None
    if limits and behind:
        end, meaning = behind.end(), limited(meaning)
    clause = clause_behind(end, spoken)
    if is_told(clause, meaning, behind, spoken) or is_condition(clause, expression, spoken):
        return None
    deadline = deadline_of(expression, meaning, spoken.plain, reference)
    if deadline is None or (deadline.day <= reference.today and is_of_headline(meaning, spoken)):
        return None
    conceded = named(before) == "ideally" or named(behind) == "concession" or is_reason(clause, spoken)
    each = before if named(before) == "each" else None
    start = expression.start - (len(each.string) - each.start() if each else 0)
    bound = "end" in meaning or fills_cell(expression, spoken)
    return Candidate(deadline, start, end, bound, conceded, each is not None, spoken)


def named(words: re.Match[str] | None) -> str | None:
    return words.lastgroup if words else None


def words_before(expression: Expression, spoken: Spoken) -> re.Match[str] | None:
    text = text_before(expression, spoken)
    return speech.before(text) if text else None


def text_before(expression: Expression, spoken: Spoken) -> str:
    first = max(spoken.sentence.start, expression.start - LONGEST_WORDS_BEFORE)
    return spoken.plain.lower[first : expression.start]


def deadline_of(
    expression: Expression, meaning: Meaning, plain: Plain, reference: Reference
) -> Deadline | None:
    moment = moment_of(meaning, reference)
    return moment and Deadline(
        day=moment.day,
        time=moment.time,
        kind=kind_of(meaning),
        span=plain.span(expression.first, expression.last),
        is_past=moment.is_past(reference),
        weekday_differs=moment.weekday_differs,
        is_range="several" in meaning,
    )


def is_limited_by(behind: re.Match[str], meaning: Meaning) -> bool:
    """金曜の定例までに says its own limit, by Friday's demo said it before."""
    return behind.lastgroup == "before_event" or (behind.lastgroup == "of_event" and "end" in meaning)


def limited(meaning: Meaning) -> Meaning:
    """By an event on that day: the day itself, even if the limit was "before"."""
    both = meaning | Meaning(end=True)
    both.pop("before", None)
    return both


def is_described(meaning: Meaning, how: str | None, spoken: Spoken) -> bool:
    """Whether the words behind the date say which thing is meant (12/3の会議の資料) or when it starts."""
    if how == "taken_back" or (how == "void" and not ("label" in meaning or "several" in meaning)):
        return True
    said_of = how in ("of_event", "attribute") or (
        how == "at_event" and (not spoken.asks or is_month(meaning))
    )
    return said_of and is_free(meaning)


def is_month(meaning: Meaning) -> bool:
    """12月の棚卸し, not 12月3日の棚卸し."""
    return "month" in meaning and "day" not in meaning


def is_introduced(how: str | None, expression: Expression, spoken: Spoken) -> bool:
    """Whether the words before the date make it no deadline: since Monday, the call is on Monday."""
    verb_follows = spoken.asks and spoken.is_japanese
    if how == "void_before":
        return "several" not in expression.meaning and not verb_follows
    if how == "event_is":
        free = is_free(expression.meaning) and "label" not in expression.meaning
        return free and not verb_follows
    if how == "purpose":
        lasts = "several" in expression.meaning or kind_of(expression.meaning) == "period"
        return lasts and is_free(expression.meaning)
    if how == "possessive":
        return is_free(expression.meaning)
    if how == "determiner":
        following = spoken.plain.lower[expression.end : expression.end + 2]
        return is_free(expression.meaning) and following[:1] == " " and following[1:].isalpha()
    return False


def takes_place(expression: Expression, spoken: Spoken) -> bool:
    """次の納品は金曜です: it says no more than when something is; in a list that may be what matters."""
    if not is_free(expression.meaning) or spoken.asks or spoken.sentence.bullet:
        return False
    if spoken.is_timetable:
        return True
    text, (start, end) = spoken.plain.lower, spoken.sentence[:2]
    if speech.IS_WHEN.match(text, expression.end, end):
        return bool(speech.SUBJECT.search(text, start, expression.start))
    return bool(speech.TAKES_PLACE.match(text, expression.end, end))


def is_of_log(expression: Expression, spoken: Spoken) -> bool:
    """14:12 アラート, below Timeline: exhausted by 14:09: when it happened."""
    if spoken.tells.of_the_past and (spoken.sentence.heading or not spoken.asks):
        return spoken.sentence.heading != "" or is_time(expression.meaning)
    return expression.first == spoken.sentence.start and spoken.is_logged


def fills_cell(expression: Expression, spoken: Spoken) -> bool:
    """Rota for 24 Dec | @sato | Dec 11: the cell of a row that says when."""
    text, (start, end) = spoken.plain.lower, spoken.sentence[:2]
    before, behind = text[start : expression.start].rstrip(), text[expression.end : end].lstrip()
    return before.endswith("|") and behind[:1] in ("", "|")


def is_of_headline(meaning: Meaning, spoken: Spoken) -> bool:
    """Weekly sync, 11/25, above its minutes: the day they are of."""
    return "day" in meaning and is_free(meaning) and spoken.is_headline


def is_until(expression: Expression, spoken: Spoken) -> bool:
    return spoken.plain.lower.startswith(("until", "til"), expression.start)


def is_not_before(expression: Expression, spoken: Spoken) -> bool:
    """Before the call on Friday, where that is when nothing may be done."""
    return spoken.plain.lower.startswith("before", expression.start)


def is_no_limit(meaning: Meaning) -> bool:
    """Not by when, or before when nothing may be done (don't submit before Friday)."""
    return "before" in meaning or is_free(meaning)


def is_lasting_until(expression: Expression, spoken: Spoken) -> bool:
    """Postponed until January, I'm away until Friday: told of a state, nothing is asked by then."""
    if not is_until(expression, spoken) or expression.start == spoken.sentence.start:
        return False
    before = text_before(expression, spoken)
    begins_with_it = expression.start - len(before) == spoken.sentence.start
    if speech.STAYING.search(before if begins_with_it else f"…{before}"):
        return True
    tasked = speech.TASKED.search(spoken.plain.lower, spoken.sentence.start, expression.start)
    return not (spoken.asks or tasked)


def is_free(meaning: Meaning) -> bool:
    """Not said as a limit."""
    return "end" not in meaning and meaning.get("edge") != "whole"


def is_told(clause: str, meaning: Meaning, behind: re.Match[str] | None, spoken: Spoken) -> bool:
    """Whether the sentence tells what was or is, instead of what is to be done."""
    if spoken.is_taken_back:
        return True
    if is_told_as_past(clause, meaning, spoken) or (is_lasting(meaning, spoken) and not spoken.asks):
        return True
    if "end" in meaning:
        return spoken.is_idle and not (spoken.is_formula or speech.ENOUGH.match(clause))
    if spoken.is_idle or spoken.is_formula or spoken.asks_back:
        return True
    if is_free(meaning) and (spoken.looks_back or spoken.is_scheduled):
        return True
    if spoken.looks_back and not spoken.is_japanese:  # I could not get in this morning
        return True
    topic = behind is not None and behind.lastgroup == "topic"
    return topic and not spoken.asks and bool(speech.STATEMENT.search(spoken.text))


def is_lasting(meaning: Meaning, spoken: Spoken) -> bool:
    """9時から18時まで; 9時〜12時です, the window is 22:00-23:00: when something takes place."""
    if "several" in meaning and "clock" in meaning and "end" not in meaning:
        return bool(speech.STATEMENT.search(spoken.text))
    return "lasting" in meaning


def clause_behind(end: int, spoken: Spoken) -> str:
    limit = min(spoken.sentence.end, end + LONGEST_CLAUSE)
    text = spoken.plain.lower
    clause_end = speech.CLAUSE_END.search(text, end, limit)
    return text[end : clause_end.end() if clause_end else limit]


def is_condition(clause: str, expression: Expression, spoken: Spoken) -> bool:
    """3日以内に返信がなければ、…; if they don't answer within 3 days, …: something may happen by then."""
    first = max(spoken.sentence.start, expression.start - LONGEST_CONDITION)
    before = spoken.plain.lower[first : expression.start]
    if (
        not spoken.is_japanese
        and (is_no_limit(expression.meaning) or is_not_before(expression, spoken))
        and speech.WHETHER_BEFORE.search(before)
    ):
        return True
    found = speech.CONDITION.search(clause)
    if not found or not clause.startswith((",", " ")):
        return found is not None
    return bool(speech.CONDITION_BEFORE.search(before))


def is_reason(clause: str, spoken: Spoken) -> bool:
    """来週のリリースまでに直したいので、…: what is asked comes after it, with a date of its own or none."""
    return (spoken.asks or spoken.is_japanese) and bool(speech.REASON.search(clause))


def is_told_as_past(clause: str, meaning: Meaning, spoken: Spoken) -> bool:
    past = speech.PAST_BEHIND.search(clause)
    if not past or is_still_due(meaning, clause):
        return False
    return not ("end" in meaning and spoken.asks and asks_of_the_past(clause, past.start()))


def asks_of_the_past(clause: str, past: int) -> bool:
    """明日までに添付した見積書を確認してください: what is past is the thing; not 金曜までにと頼んだ件."""
    return bool(speech.ASKS.search(clause, past)) and not speech.ASKED_THEN.search(clause, 0, past)


def is_still_due(meaning: Meaning, clause: str) -> bool:
    """Told in the past, but of a limit: 金曜までにとの連絡がありました, 納期は12/20で合意しました."""
    if "label" in meaning:
        return not speech.WAS_DUE.search(clause)
    return "end" in meaning and bool(speech.REPORTED.search(clause))
