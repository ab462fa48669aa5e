"""Lines that say what those below are about: ■今後の対応, 【その他】, *Action items*, （1）配布物."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bot.deadlines import speech
from bot.deadlines.patterns import Late
from bot.deadlines.plain import BLANK, EMOJI, Plain
from bot.deadlines.sentences import Sentence

MARKS = frozenset((*"■◆◇▼▽●○★☆◎▶", "#", "##", "###", "####"))
OPENING = frozenset("【<[")
COUNTED = Late(r"\(?\d")
LONGEST = 48
SHORT = 40
CALLED = Late(rf"[\s{BLANK}{EMOJI}]*(?=[^\s{BLANK}{EMOJI}])")  # <!channel> 【…】
ONE_PERSON = Late(rf"[【<\[]?(?:{BLANK}+|[^\s、。:|]{{1,12}}(?:さん|様|くん|氏))(?:へ)?[】>\]]?:?$")
SENTENCE = Late(r"[。.!?][)」】>]?$|:\s?[^\s>】)]")
WHO_OR_WHEN = Late(rf"(?<=.)[(|:…→、].{{0,12}}(?:さん|様|くん|氏)|{BLANK}|[^0-9/\s(].*\d/\d{{1,2}}")
IN_BRACKETS = Late(r"[【<\[][^】>\]]*[】>\]]$")


def with_headings(found: list[Sentence], plain: Plain, bold: Collection[int]) -> list[Sentence]:
    """The sentences, those that are headings said to be and no list items."""
    in_tasks = False
    for place, start in lines_like_headings(found, plain, bold):
        one, below, words = found[place], found[place + 1], plain.lower[start : found[place].end]
        above = found[place - 1] if place else None
        if COUNTED.match(one.bullet) and (in_tasks or (above and announces_tasks(above, plain))):
            in_tasks = True
        elif is_first_row(words) or (
            is_title(words) and not (is_alike(one, below) or (above and is_alike(one, above)))
        ):
            in_tasks = bool(speech.TASK_HEADING.search(words))
            found[place] = one._replace(start=start, bullet="", heading="tasks" if in_tasks else "topic")
        elif is_over_a_list(one, below):
            found[place] = one._replace(bullet="")
    return found


def lines_like_headings(
    found: Sequence[Sentence], plain: Plain, bold: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Sentences by their numbers that are a whole line above another, with where its words begin."""
    text = plain.lower
    may_be_called, in_table = BLANK in text or EMOJI in text, "|" in text
    for place, (one, below) in enumerate(pairwise(found)):
        start = one.start
        if may_be_called and (called := CALLED.match(text, start, one.end)):
            start = called.end()
        if (
            one.bullet in MARKS
            or (text[start] in OPENING and (text[start] != "[" or text[one.end - 1] in "]:"))
            or (bold and plain.origins[one.start] in bold)
            or (COUNTED.match(one.bullet) if one.bullet else below.bullet)
            or (one.end - start <= SHORT and speech.TASKS_ALONE.match(text, start, one.end))
            or (in_table and is_first_row(text[start : one.end]))
        ) and (is_line(place, found) and not speech.DETAIL.match(text, below.start, below.end)):
            yield place, start


def is_line(place: int, found: Sequence[Sentence]) -> bool:
    """Whether nothing else stands in its line, and nobody else said it."""
    one = found[place]
    follows = place > 0 and found[place - 1].line == one.line
    return not (follows or found[place + 1].line == one.line or one.quoted or one.box)


def announces_tasks(one: Sentence, plain: Plain) -> bool:
    return bool(speech.TASK_HEADING.search(plain.lower[one.start : one.end]))


def is_first_row(words: str) -> bool:
    """Of a table that says who or when: タスク | 担当 | 期限."""
    if "|" not in words:
        return False
    cells = [cell.strip() for cell in words.split("|") if cell.strip()]
    return len(cells) > 1 and all(map(speech.COLUMN.fullmatch, cells))


def is_title(words: str) -> bool:
    """Whether they only name something."""
    if len(words) > LONGEST or SENTENCE.search(words) or speech.NO_TITLE.search(words):
        return bool(ONE_PERSON.match(words))
    return is_whole_label(words) or not WHO_OR_WHEN.search(words)


def is_whole_label(words: str) -> bool:
    """【リマインド】, 鈴木さん: it names nothing to do."""
    return bool(IN_BRACKETS.match(words) or ONE_PERSON.match(words))


def is_over_a_list(one: Sentence, below: Sentence) -> bool:
    """■ ToDo above ・議事録: the line below is marked, but otherwise."""
    return one.bullet in MARKS and bool(below.bullet) and below.bullet != one.bullet


def is_alike(one: Sentence, other: Sentence) -> bool:
    """Whether the same mark stands before both: items of a list."""
    return (bool(one.bullet) and one.bullet == other.bullet) or bool(
        COUNTED.match(one.bullet) and COUNTED.match(other.bullet)
    )


def below_headings(found: Sequence[Sentence], text: str, heads: Collection[int]) -> Iterator[tuple[int, int]]:
    """The numbers of the sentences listed below each of the headings, with that of the heading."""
    for head in sorted(heads):
        for index in range(head + 1, len(found)):
            if found[index].heading or index in heads or not is_among(found, index, head, text):
                break
            yield index, head


def is_among(found: Sequence[Sentence], index: int, head: int, text: str) -> bool:
    """Whether an item, what a line says of it or, in its paragraph, any line stands below the heading."""
    one = found[index]
    if one.bullet or speech.DETAIL.match(text, one.start, one.end):
        return True
    if not found[head].heading:
        return False
    return index == head + 1 or "\n\n" not in text[found[index - 1].end : found[index].start]
