"""A text read once: its sentences and the deadlines in them."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.deadlines import speech
from bot.deadlines.anchors import LONGEST_TOPIC, anchored, at_its_time, counts_from_another, says_then
from bot.deadlines.candidates import Candidate, candidate
from bot.deadlines.emphasis import Unmarked
from bot.deadlines.english import noting
from bot.deadlines.headings import ONE_PERSON, below_headings, with_headings
from bot.deadlines.lazy import lazy
from bot.deadlines.model import Reference
from bot.deadlines.patterns import Late, any_of
from bot.deadlines.plain import Plain, found, read_plain
from bot.deadlines.scan import Expression, expressions
from bot.deadlines.sentences import Sentence, sentences
from bot.deadlines.spoken import Spoken, Telling

LONGEST_CORRECTION = 48
FAR = 4  # sentences, to the event of a day before
CLOSES_WITH_DAY = Late(r"^[^は]*\d{1,2}/\d{1,2}(?:\([月火水木金土日]\))?\s?(?:まで|〆切?|締切?)?\)?$")
FEW = 2  # sentences: fewer have no outline
FEW_LINES = 3
TIMED = Late(  # a line of a schedule
    any_of(
        r"\d{1,2}:\d{2}|\d{1,2}時|\d{1,2}/\d{1,2}(?![/\d])|\d{1,2}月\d{1,2}日|[月火水木金土日](?:曜|[\s:(])",
        r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    )
)
FORBIDDING = ("no ", "nobody ", "nothing ", "never ")
PARAGRAPH = "\n\n"
FEW_PARAGRAPHS = 3


@dataclass(eq=False)
class Reading:
    plain: Plain
    reference: Reference
    bold: Collection[int] = ()  # where lines begin that are all bold

    @lazy
    def sentences(self) -> list[Sentence]:
        return with_headings(sentences(self.plain), self.plain, self.bold)

    @lazy
    def starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @lazy
    def looked_at(self) -> dict[int, Spoken]:
        return {}

    def spoken(self, index: int) -> Spoken:
        """The sentence of that number, of which most are never asked for."""
        found = self.looked_at.get(index)
        if found is None:
            may_ask, is_task = index in self.asking, self.is_task(index)
            tells = Telling(index in self.told, index in self.timetable)
            found = Spoken(self.plain, self.sentences[index], index, may_ask, is_task, tells)
            self.looked_at[index] = found
        return found

    @lazy
    def items(self) -> set[int]:
        """The sentences in list items, by their numbers."""
        return {index for index, sentence in enumerate(self.sentences) if sentence.bullet}

    @lazy
    def headings(self) -> set[int]:
        """The lines that only say what those below are about, by the numbers of their sentences."""
        return {index for index, sentence in enumerate(self.sentences) if sentence.heading}

    @lazy
    def heads(self) -> set[int]:
        """The headings, and sentences right before a list item, that announce tasks, by their numbers."""
        below = self.items | set(filter(self.names_one_person, self.headings))
        before = {item - 1 for item in below if item} - self.items
        found: set[int] = set()
        last = -1
        for index in sorted(before | self.headings):
            if self.announces_tasks(index) or self.says_whose(index, below_tasks=last in found):
                found.add(index)
            last = index
        return found

    def announces_tasks(self, index: int) -> bool:
        heading = self.sentences[index].heading
        if heading:
            return heading == "tasks"
        return bool(speech.TASK_HEADING.search(self.words(index)))

    def says_whose(self, index: int, *, below_tasks: bool) -> bool:
        """Whether it names whose the tasks below are: who else would stand above them?"""
        if below_tasks and self.is_over_items(index):
            return True
        return self.names_one_person(index) and (below_tasks or self.is_over_days(index))

    def words(self, index: int) -> str:
        """Of the sentence of that number, in lower case."""
        return self.plain.lower[slice(*self.sentences[index][:2])]

    def is_over_items(self, index: int) -> bool:
        """Whether it is but a name above an item: whose it is."""
        name = self.plain.cased[slice(*self.sentences[index][:2])]
        return index + 1 in self.items and noting.is_name(name)

    def is_over_days(self, index: int) -> bool:
        """Whether the item below closes with its day: ＜鈴木さん＞ / ・帯コピーの作成　11/30."""
        if index + 1 not in self.items:
            return False
        return bool(CLOSES_WITH_DAY.search(self.words(index + 1)))

    def names_one_person(self, index: int) -> bool:
        return index in self.headings and bool(ONE_PERSON.match(self.words(index)))

    @lazy
    def listed(self) -> dict[int, int]:
        """The sentences below one of `heads`, by their numbers, with that of the head."""
        return dict(below_headings(self.sentences, self.plain.lower, self.heads)) if self.heads else {}

    def is_listed(self, index: int) -> bool:
        """Whether it is an item, or a line without a mark below a heading of tasks."""
        return bool(self.sentences[index].bullet) or index in self.listed

    def is_task(self, index: int) -> bool:
        """Whether an item begins with it, with an open box or in a list of tasks, and forbids nothing."""
        sentence = self.sentences[index]
        may_be_listed = sentence.bullet or "|" in self.words(index)
        if not (may_be_listed and index in self.listed) and sentence.box != "open":
            return False
        begins = self.sentences[index - 1].item != sentence.item
        return begins and not self.plain.lower.startswith(FORBIDDING, sentence.start)

    @lazy
    def is_of_many_paragraphs(self) -> bool:
        """Whether who is spoken to in one is not in the next."""
        return bool(self.headings) or self.plain.lower.count(PARAGRAPH) > FEW_PARAGRAPHS

    def parts_between(self, start: int, end: int) -> bool:
        """Whether a paragraph ends there."""
        return PARAGRAPH in self.plain.lower[start:end]

    @lazy
    def asking(self) -> set[int]:
        """The sentences with words that ask, by their numbers; a report of what was commands nothing."""
        commanding = self.at(speech.commands(self.plain.lower))
        return self.saying("ASKS") | (commanding - self.told if commanding else commanding)

    @lazy
    def told(self) -> set[int]:
        """The sentences below a heading that announces what was (■経緯, Timeline), by their numbers."""
        if len(self.sentences) < FEW:
            return set()
        heads = {one for one in self.headings if speech.HISTORY_HEADING.match(self.words(one))}
        below = below_headings(self.sentences, self.plain.lower, heads) if heads else ()
        return heads | {index for index, _ in below}

    @property
    def greeting(self) -> set[int]:
        """The first sentence if it greets: it may name who is spoken to (Hi Bob,)."""
        return {0} if speech.GREETING.match(self.plain.lower) and self.sentences else set()

    @lazy
    def pressing(self) -> set[int]:
        """The sentences that may be urgent, by their numbers."""
        return self.saying("URGENT") | self.holding("!")

    @lazy
    def deciding(self) -> set[int]:
        """The sentences with words that decide, by their numbers."""
        return self.saying("DECIDED")

    def saying(self, name: str) -> set[int]:
        """The sentences with words of that name in `speech`, by their numbers."""
        return self.at(self.signals[name])

    @lazy
    def signals(self) -> Mapping[str, Iterable[int]]:
        return speech.places(self.plain.lower)

    @lazy
    def timetable(self) -> set[int]:
        """The lines of a schedule or a roster and the line above them, by the numbers of their sentences.

        Where all boxes are ticked nothing is left to be done: every line.
        """
        if len(self.sentences) < FEW:
            return set()
        boxes = {sentence.box for sentence in self.sentences} - {""}
        if boxes == {"done"}:
            return set(range(len(self.sentences)))
        lower = self.plain.lower
        lines = [index for index, one in enumerate(self.sentences) if TIMED.match(lower, one.start, one.end)]
        return {*lines, lines[0] - 1} if len(lines) >= FEW_LINES else set()

    def holding(self, *words: str) -> set[int]:
        """The sentences that hold one of the words, by their numbers."""
        return self.at(place for word in words for place in found(word, self.plain.lower))

    def at(self, places: Iterable[int]) -> set[int]:
        """The sentences that stand there, by their numbers; what stands before the first is in none."""
        starts = self.starts
        behind = {bisect_right(starts, place) for place in places} - {0}
        return {number - 1 for number in behind}

    def sentence_at(self, place: int) -> int:
        return max(0, bisect_right(self.starts, place) - 1)

    @lazy
    def candidates(self) -> list[Candidate]:
        if not self.sentences:
            return []
        found: list[Candidate] = []
        before: Expression | None = None
        meant: Expression | None = None  # the last that may be a deadline
        last = 0
        for expression in expressions(self.plain, self.reference.language):
            index = self.sentence_at(expression.first)
            if before and index - last <= (FAR if counts_from_another(expression.meaning) else 1):
                named = meant if meant and says_then(expression) else before
                expression = anchored(expression, named)
                if index == last and expression.start - before.end <= LONGEST_TOPIC:
                    between = self.plain.lower[before.end : expression.start]
                    expression = at_its_time(expression, before, between)
            if one := candidate(expression, self.spoken(index), self.reference):
                if found and self.is_corrected(found[-1], one):
                    one = found.pop().corrected_by(one)
                found.append(one)
                meant = expression
            before, last = expression, index
        return found

    def is_corrected(self, before: Candidate, one: Candidate) -> bool:
        """By Friday. Actually, make that Monday: the second is meant."""
        if one.start - before.end > LONGEST_CORRECTION:
            return False
        return bool(speech.CORRECTED.search(self.plain.lower, before.end, one.start))

    @lazy
    def by_sentence(self) -> dict[int, list[Candidate]]:
        grouped: dict[int, list[Candidate]] = {}
        for one in self.candidates:
            grouped.setdefault(one.spoken.index, []).append(one)
        return grouped

    @property
    def deadline(self) -> Candidate | None:
        return chosen(self.candidates)


def read(text: Unmarked, reference: Reference) -> Reading:
    return Reading(read_plain(text.text), reference, text.bold)


def chosen(found: Iterable[Candidate]) -> Candidate | None:
    """The one of a listed task or a limit of a request, else of anything, else any; those gone by come last.

    Of equals in the first sentence that has them Japanese means the last (its verb comes last:
    初稿は水曜、遅くとも金曜まで), English the first (by Monday so we can ship by Friday).
    """
    best = list(found)
    for is_stronger in STRENGTHS:
        if len(best) < 2:
            return best[0] if best else None
        best = [one for one in best if is_stronger(one)] or best
    first = best[0].spoken
    best = [one for one in best if one.spoken is first]
    best = [one for one in best if one.bound] or [one for one in best if one.limits] or best
    return best[-1] if first.is_japanese else best[0]


STRENGTHS: tuple[Callable[[Candidate], bool], ...] = (
    lambda one: not one.deadline.is_past,
    lambda one: not one.conceded,
    lambda one: one.spoken.is_task or (one.spoken.asks and one.limits),
    lambda one: one.limits or one.spoken.is_task,
    lambda one: one.spoken.asks or one.spoken.is_task,
)
