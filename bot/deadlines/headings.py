"""Lines that say what the lines below them are about: ■今後の対応, 【その他】, *Action items*, （1）配布物."""

import re
from collections.abc import Collection, Iterator, Sequence

from bot.deadlines import speech
from bot.deadlines.plain import BLANK, Plain
from bot.deadlines.sentences import Sentence

MARKS = frozenset("■◆◇▼▽●○★☆◎▶")
BRACKETS = frozenset("【<")
COUNTED = re.compile(r"\(?\d")
LONGEST = 48
COLUMNS = re.compile(  # the first row of a table of tasks
    r"^(?=.*(?:担当|owner|assignee|期限|due))(?:\s*(?:no\.?|#|タスク名?|task|作業(?:内容)?|内容|項目|やること|what|担当者?|誰が?|owner|assignee|who|"
    r"期限|期日|納期|締切|〆切|いつ(?:まで)?|due(?:\sdate)?|deadline|when|状況|状態|ステータス|status|備考|notes?)?\s*\|?)+$"
)
NO_HEADING = re.compile(  # it is a sentence, a task with who or when, or a field of a record
    r"[。.!?][)」】>]?$|:\s?[^\s>】)]|まで(?:に|$|[)】、])|(?<=.)[(|:…→、].{0,12}(?:さん|様|くん|氏)|"
    rf"{BLANK}|[^0-9/\s].*\d/\d{{1,2}}(?![^()]*年)|"
    r"(?:ます|です|ません|でした|ました|ださい|下さい|ない|たい|しい|[てうくぐすつぬぶむる]|(?<=[しっんいれえべせ])[ただ])[よねか]?$|"
    r"^【(?:要..|依頼|お願い|todo|宿題|タスク|至急|緊急|重要|再送|再掲|リマインド)】.*(?<!お願い)(?<!お知らせ)$"
)


def with_headings(found: list[Sentence], plain: Plain, bold: Collection[int]) -> list[Sentence]:
    """The sentences, those that are headings said to be and no list items."""
    text, listing = plain.lower, False
    in_table = "|" in text
    for place, one in enumerate(found):
        if not (
            one.bullet in MARKS
            or text[one.start] in BRACKETS
            or (bold and plain.origins[one.start] in bold)
            or (one.bullet and not listing and COUNTED.match(one.bullet))
            or (in_table and COLUMNS.match(text, one.start, one.end))
        ):
            continue
        above, below = found[place - 1] if place else None, found[place + 1] if place + 1 < len(found) else None
        if below is None or not is_line(one, above, below) or one.quoted or one.box:
            continue
        if is_title(one, above, below, text):
            found[place] = one._replace(bullet="", is_heading=True)
            listing = bool(speech.TASK_HEADING.search(text[one.start : one.end]))
        elif is_over_a_list(one, below):
            found[place] = one._replace(bullet="")
    return found


def is_line(one: Sentence, above: Sentence | None, below: Sentence) -> bool:
    """Whether nothing else stands in its line."""
    return one.line != below.line and (above is None or above.line != one.line)


def is_over_a_list(one: Sentence, below: Sentence) -> bool:
    """■ ToDo above ・議事録: the line below is marked, but otherwise."""
    return one.bullet in MARKS and bool(below.bullet) and below.bullet != one.bullet


def is_title(one: Sentence, above: Sentence | None, below: Sentence, text: str) -> bool:
    """Whether it names what the lines below are about, and is not one of several that are marked alike."""
    if one.end - one.start > LONGEST or NO_HEADING.search(text[one.start : one.end]):
        return False
    return not one.bullet or not (is_alike(one, below) or (above is not None and is_alike(one, above)))


def is_alike(one: Sentence, other: Sentence) -> bool:
    """Whether the same mark stands before both: items of a list."""
    return one.bullet == other.bullet or bool(COUNTED.match(one.bullet) and COUNTED.match(other.bullet))


def below_headings(found: Sequence[Sentence], text: str, heads: Collection[int]) -> Iterator[tuple[int, int]]:
    """The numbers of the sentences listed below each of the headings, with that of the heading."""
    for head in sorted(heads):
        for index in range(head + 1, len(found)):
            one = found[index]
            if one.is_heading or not (one.bullet or is_among(found, index, head, text)):
                break
            yield index, head


def is_among(found: Sequence[Sentence], index: int, head: int, text: str) -> bool:
    """Whether a line without a mark still belongs to the heading: it begins no new paragraph."""
    if not found[head].is_heading:
        return False
    return index == head + 1 or "\n\n" not in text[found[index - 1].end : found[index].start]
