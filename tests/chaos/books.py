"""Three books: what people were told is saved, what the database holds, what Slack shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.memos.model import Memo
from bot.platform import queue
from bot.platform.inbox import Envelope
from bot.platform.outbox import Posting
from bot.platform.texts import Texts
from bot.playground import Message, Outcome
from bot.tasks.model import DONE, Task
from tests.scenarios.stage import words

SAVED, NOT_SAVED, IN_DOUBT, UNANSWERED = "saved", "not saved", "in doubt", "unanswered"
UNEXPECTED = "unexpected"
OFTEN = 10
SAYS_SAVED = ("に残しました", "登録しました", "に残っています")
MARK = "|"
MEANINGS = {
    Texts(language)(key, mark=MARK).partition(MARK)[0]: meaning
    for language in ("ja", "en")
    for key, meaning in {"error.in_doubt": IN_DOUBT, "error.unexpected": UNEXPECTED}.items()
}
"""Of the answers that do not say saved those that do not say the contrary either."""


def answer_of(outcome: Outcome) -> str:
    """What a person knows after a command, or after a form, which says nothing when it was saved."""
    said = f"{words(outcome.acknowledgement or {})}{outcome.errors or ''}"
    if not (outcome.ok or outcome.errors):
        return UNANSWERED
    if not said or any(saying in said for saying in SAYS_SAVED):
        return SAVED
    return next((meaning for saying, meaning in MEANINGS.items() if saying in said), NOT_SAVED)


@dataclass(frozen=True)
class Kept:
    said: str
    number: int
    is_closed: bool


@dataclass(frozen=True)
class Stored:
    """What the database holds; `uncertain` are the ids of postings that a person has to look at."""

    kept: list[Kept]
    uncertain: int
    set_aside: list[str]
    unfinished: int


@dataclass
class Books:
    told: dict[str, str] = field(default_factory=dict)
    """By the words that were entered: what the person was told."""
    closed: set[str] = field(default_factory=set)
    """The words of tasks whose closing was acknowledged."""
    acknowledged_events: set[str] = field(default_factory=set)
    """The words of events that Slack need not send again."""
    erased: set[str] = field(default_factory=set)
    """The words of cards that a person deleted."""

    @property
    def promised(self) -> set[str]:
        return {said for said, answer in self.told.items() if answer == SAVED} | self.acknowledged_events


@dataclass(frozen=True)
class Report:
    acknowledged: int
    stored: int
    shown: int
    doubled: int
    uncertain: int
    lost: int
    complaints: list[str]
    struck: dict[str, int] = field(default_factory=dict)
    """How often each fate and each fault was met."""

    @property
    def seldom(self) -> list[str]:
        """What was met less often than a run should meet everything."""
        return [name for name, times in self.struck.items() if times < OFTEN]

    def __str__(self) -> str:
        return (
            f"acknowledged {self.acknowledged}, stored {self.stored}, shown {self.shown}, "
            f"doubled {self.doubled}, uncertain {self.uncertain}, lost {self.lost}"
        )


def read(session: Session) -> Stored:
    memos = [Kept(memo.text, memo.number, False) for memo in session.scalars(select(Memo))]
    tasks = [Kept(task.title, task.number, task.state == DONE) for task in session.scalars(select(Task))]
    rows: list[queue.Queued] = [*session.scalars(select(Posting)), *session.scalars(select(Envelope))]
    return Stored(
        kept=memos + tasks,
        uncertain=sum(row.state == queue.UNCERTAIN for row in rows),
        set_aside=[f"{row.problem}" for row in rows if row.state == queue.PARKED],
        unfinished=sum(row.state in (queue.WAITING, queue.TAKEN) for row in rows),
    )


def compare(books: Books, stored: Stored, shown: list[Message], uids: list[str]) -> Report:
    """`shown` are the cards and plans that stand in the channels, `uids` those of all that was posted."""
    kept = Counter(one.said for one in stored.kept)
    cards = Counter({said: sum(said in message.text for message in shown) for said in kept})
    lost = [said for said in books.promised if not kept[said]]
    not_shown = [said for said in kept if not cards[said] and said not in books.erased]
    doubled = [said for said in kept if kept[said] > 1 or cards[said] > 1]
    posted_twice = [uid for uid, times in Counter(uids).items() if times > 1]
    complaints = [
        *(f"lost: {said}" for said in lost),
        *(f"doubled: {said} ({kept[said]} stored, {cards[said]} shown)" for said in doubled),
        *(f"posted twice: {uid}" for uid in posted_twice),
        *(f"came back: {said}" for said in books.erased if cards[said]),
        *(f"parked: {problem}" for problem in stored.set_aside),
        *_untrue(books, stored, shown),
    ]
    if len(not_shown) > stored.uncertain:
        complaints += [f"not shown: {said}" for said in not_shown]
    return Report(
        acknowledged=len(books.promised),
        stored=sum(kept.values()),
        shown=sum(cards.values()),
        doubled=len(doubled) + len(posted_twice),
        uncertain=stored.uncertain,
        lost=len(lost),
        complaints=complaints,
    )


def _untrue(books: Books, stored: Stored, shown: list[Message]) -> Iterator[str]:
    by_words = {one.said: one for one in stored.kept}
    for said, answer in books.told.items():
        if answer == NOT_SAVED and said in by_words:
            yield f"told that it is not saved, but it is: {said}"
        if answer == UNEXPECTED:
            yield f"told that something went wrong: {said}"
    for said in books.closed:
        if said in by_words and not by_words[said].is_closed:
            yield f"told that it is closed, but it is not: {said}"
    numbers = [one.number for one in stored.kept]
    if len(numbers) != len(set(numbers)):
        yield "a number was given twice"
    plans = Counter(message.blocks[0]["text"]["text"] for message in shown if is_plan(message))
    yield from (f"posted twice: {title}" for title, times in plans.items() if times > 1)
    for message in shown:
        of = [one for one in stored.kept if one.said in message.text and not is_plan(message)]
        if any(one.is_closed for one in of) and "tasks.done" in str(message.blocks):
            yield f"the card does not show that it is closed: {message.text}"


def is_plan(message: Message) -> bool:
    return bool(message.blocks) and message.blocks[0]["type"] == "header"
