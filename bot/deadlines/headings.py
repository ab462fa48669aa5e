"""Lines that say what the lines below them are about: ■今後の対応, 【その他】, *Action items*, （1）配布物."""

import re
from collections.abc import Collection, Iterator, Sequence

from bot.deadlines import speech
from bot.deadlines.plain import BLANK, EMOJI, Plain
from bot.deadlines.sentences import Sentence

MARKS = frozenset("■◆◇▼▽●○★☆◎▶")
OPENING = frozenset("【<[")
TASKS = (
    "action",
    "asks",
    "to do",
    "to-do",
    "todo",
    "next step",
    "task",
    "follow",
    "who ",
    "what ",
    "your ",
    "homework",
    "remedia",
)
COUNTED = re.compile(r"\(?\d")
LONGEST = 48
CALLED = re.compile(rf"[\s{BLANK}{EMOJI}]*")
COLUMNS = frozenset(
    "no no. # タスク タスク名 作業 作業内容 内容 項目 やること 担当 担当者 誰 誰が 期限 期日 納期 締切 〆切 いつ いつまで "
    "状況 状態 ステータス 備考 task what item owner assignee who due deadline when status notes".split()
)
SENTENCE = (
    r"[。.!?][)」】>]?$|:\s?[^\s>】)]|まで(?:に|$|[)】、])|"
    r"(?:ます|です|ません|でした|ました|ださい|下さい|ない|たい|しい|[てうくぐすつぬぶむる]|(?<=[しっんいれえべせ])[ただ])[よねか]?[】>\]]?$"
)
WHO_OR_WHEN = rf"(?<=.)[(|:…→、].{{0,12}}(?:さん|様|くん|氏)|{BLANK}|[^0-9/\s(].*\d/\d{{1,2}}"
LABELLED = r"^【(?:要..|依頼|お願い|todo|宿題|タスク|至急|緊急|重要|再送|再掲|リマインド)】.*(?<!お願い)(?<!お知らせ)$"
IN_BRACKETS = re.compile(r"[【<\[][^】>\]]*[】>\]]$")
NO_HEADING = re.compile(f"{SENTENCE}|{WHO_OR_WHEN}|{LABELLED}")
NO_HEADING_IN_BRACKETS = re.compile(SENTENCE)


def with_headings(found: list[Sentence], plain: Plain, bold: Collection[int]) -> list[Sentence]:
    """The sentences, those that are headings said to be and no list items."""
    text, listing = plain.lower, False
    may_be_called, in_table = BLANK in text or EMOJI in text, "|" in text
    for place, one in enumerate(found):
        start = one.start
        if may_be_called and (called := CALLED.match(text, start, one.end)):
            start = called.end()
        if not (
            one.bullet in MARKS
            or (text[start : start + 1] in OPENING and (text[start] != "[" or text[one.end - 1] in "]:"))
            or (bold and plain.origins[one.start] in bold)
            or (one.bullet and not listing and COUNTED.match(one.bullet))
            or (
                not one.bullet
                and text.startswith(TASKS, start)
                and speech.TASK_HEADING.search(text[start : one.end])
            )
            or (in_table and is_first_row(text[one.start : one.end]))
        ):
            continue
        above, below = (
            found[place - 1] if place else None,
            found[place + 1] if place + 1 < len(found) else None,
        )
        if below is None or not is_line(one, above, below) or one.quoted or one.box:
            continue
        words = text[start : one.end]
        if is_title(words) and not is_one_of_several(one, above, below):
            found[place] = one._replace(start=start, bullet="", is_heading=True)
            listing = bool(speech.TASK_HEADING.search(words))
        elif is_over_a_list(one, below):
            found[place] = one._replace(bullet="")
    return found


def is_first_row(words: str) -> bool:
    """Of a table that says who or when: タスク | 担当 | 期限."""
    cells = {cell.strip() for cell in words.split("|")} - {""}
    return len(cells) > 1 and cells <= COLUMNS


def is_title(words: str) -> bool:
    """Whether they only name something."""
    no_heading = NO_HEADING_IN_BRACKETS if IN_BRACKETS.match(words) else NO_HEADING
    return 0 < len(words) <= LONGEST and not no_heading.search(words)


def is_one_of_several(one: Sentence, above: Sentence | None, below: Sentence) -> bool:
    """Whether its neighbours are marked alike: items of a list."""
    return bool(one.bullet) and (is_alike(one, below) or (above is not None and is_alike(one, above)))


def is_line(one: Sentence, above: Sentence | None, below: Sentence) -> bool:
    """Whether nothing else stands in its line."""
    return one.line != below.line and (above is None or above.line != one.line)


def is_over_a_list(one: Sentence, below: Sentence) -> bool:
    """■ ToDo above ・議事録: the line below is marked, but otherwise."""
    return one.bullet in MARKS and bool(below.bullet) and below.bullet != one.bullet


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
