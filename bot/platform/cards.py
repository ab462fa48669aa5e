"""Where a memo, a task or a digest stands in Slack, and keeping what stands there true.

A feature says that a thing is shown somewhere, and that it changed; how a kind is rendered is told
by `app.py`, so that a lower feature never knows who shows it. A card is rendered when it is sent:
ten changes in a second make one update.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, delete, false, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from . import queue
from .blocks import Message
from .fates import Fate
from .ids import DIRECT, PEOPLE
from .outbox.outcomes import Done, Gone
from .outbox.table import DELETE, POST, UPDATE, Posting, put
from .tables import Base, Instant, insert

AT_ONCE = 5000
"""Subjects looked up in one query: a database takes some ten thousand values at most."""


class Card(Base):
    """`ts` is None until the card was posted and after it was removed.

    `is_gone` says that somebody deleted it, or that nobody knows where it stands: it does not come back.
    """

    __tablename__ = "cards"
    __table_args__ = (
        Index("ix_cards_subject", "kind", "subject_id"),
        Index("ix_cards_ts", "team_id", "ts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int]
    channel_id: Mapped[str] = mapped_column(String(32))
    thread_ts: Mapped[str | None] = mapped_column(String(32))
    ts: Mapped[str | None] = mapped_column(String(32))
    shown_at: Mapped[datetime] = mapped_column(Instant)
    is_gone: Mapped[bool] = mapped_column(default=False, server_default=false())


class CardPart(Base):
    """Something else that a card shows beside its own subject, and is rendered anew for."""

    __tablename__ = "card_parts"
    __table_args__ = (Index("ix_card_parts_subject", "kind", "subject_id"),)

    card_id: Mapped[int] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)


@dataclass(frozen=True)
class Place:
    """A channel, or a thread in it; a person's id is the conversation of the bot with them."""

    team_id: str
    channel_id: str
    thread_ts: str | None = None


Render = Callable[[Session, int, datetime], Message | None]
"""The subject's message as it should stand now, None when it should stand nowhere."""


def show(
    session: Session,
    kind: str,
    subject_id: int,
    at: Place,
    now: datetime,
    parts: Iterable[tuple[str, int]] = (),
) -> Card:
    """Let the subject stand there, from the next round of the outbox on.

    `parts` are the (kind, id) of what else the card shows: it changes with each of them.
    """
    card = insert(
        session,
        Card(
            team_id=at.team_id,
            kind=kind,
            subject_id=subject_id,
            channel_id=at.channel_id,
            thread_ts=at.thread_ts,
            shown_at=now,
        ),
    )
    _add_parts(session, card, parts)
    _put(session, card, now)
    return card


def join(
    session: Session, kind: str, subject_id: int, parts: Iterable[tuple[str, int]], now: datetime
) -> None:
    """From now on the subject's own cards show these (kind, id) too."""
    joined = list(parts)
    for card in session.scalars(select(Card).where(Card.kind == kind, Card.subject_id == subject_id)):
        _add_parts(session, card, joined)
        if not card.is_gone:
            _send(session, card, now)


def changed(session: Session, kind: str, subject_id: int, now: datetime) -> None:
    """Every card that shows the subject is rendered anew."""
    for card in of(session, kind, subject_id):
        if not card.is_gone:
            _send(session, card, now)


def remove(session: Session, kind: str, subject_id: int, now: datetime) -> None:
    """The subject is no more: its cards are taken away, and whatever gets its id has none of them."""
    changed(session, kind, subject_id, now)
    for card in session.scalars(select(Card).where(Card.kind == kind, Card.subject_id == subject_id)):
        card.subject_id = -card.id
    session.execute(delete(CardPart).where(CardPart.kind == kind, CardPart.subject_id == subject_id))


def of(session: Session, kind: str, subject_id: int) -> list[Card]:
    """Its own cards, and those it is a part of."""
    own = select(Card.id).where(Card.kind == kind, Card.subject_id == subject_id)
    shared = select(CardPart.card_id).where(CardPart.kind == kind, CardPart.subject_id == subject_id)
    return list(session.scalars(select(Card).where(or_(Card.id.in_(own), Card.id.in_(shared)))))


def rest(session: Session, kind: str, subject_ids: Collection[int]) -> None:
    """The cards of these subjects stay as they stand, whatever becomes of their parts."""
    resting = select(Card.id).where(Card.kind == kind, Card.subject_id.in_(subject_ids))
    session.execute(delete(CardPart).where(CardPart.card_id.in_(resting)))


def first_ts(
    session: Session, kind: str, subject_ids: Sequence[int]
) -> dict[int, tuple[str, str, str | None]]:
    """For each subject that stands somewhere: (channel, ts, thread_ts) of its first card."""
    first: dict[int, tuple[str, str, str | None]] = {}
    for start in range(0, len(subject_ids), AT_ONCE):
        found = session.execute(
            select(Card.subject_id, Card.channel_id, Card.ts, Card.thread_ts)
            .where(Card.kind == kind, Card.ts.is_not(None))
            .where(Card.subject_id.in_(subject_ids[start : start + AT_ONCE]))
            .order_by(Card.id.desc())
        )
        first |= {subject: (channel, ts, thread) for subject, channel, ts, thread in found if ts}
    return first


def knows(session: Session, fate: Fate) -> bool:
    """Whether a card of ours was deleted."""
    return fate.is_gone and _at(session, fate) is not None


def heard(session: Session, fate: Fate, _now: datetime) -> None:
    """A card that somebody deleted does not come back."""
    if fate.is_gone and (card := _at(session, fate)):
        card.ts, card.is_gone = None, True


def composer(
    renders: Mapping[str, Render], clock: Callable[[], datetime]
) -> Callable[[Session, Posting], tuple[str, dict[str, Any]] | None]:
    """What the outbox sends for a posting: its own arguments, or its card as it should stand now."""

    def compose(session: Session, posting: Posting) -> tuple[str, dict[str, Any]] | None:
        if posting.card_id is None:
            return posting.method, posting.arguments
        card = session.get_one(Card, posting.card_id)
        if card.ts is None and _may_stand_already(session, posting):
            return None
        return _call_for(card, renders[card.kind](session, card.subject_id, clock()))

    return compose


def settle(session: Session, posting: Posting, outcome: Done | Gone) -> None:
    """Keep on the card where it stands now. What was found may have changed since it was sent."""
    if posting.card_id is None:
        return
    card = session.get_one(Card, posting.card_id)
    if isinstance(outcome, Gone):
        card.ts, card.is_gone = None, True
    elif outcome.was_found:
        card.ts = outcome.answer["ts"]
        _send(session, card, posting.finished_at or posting.created_at)
    elif posting.method == POST:
        card.ts = outcome.answer.get("ts")
    elif posting.method == DELETE:
        card.ts = None


def _add_parts(session: Session, card: Card, parts: Iterable[tuple[str, int]]) -> None:
    session.add_all(CardPart(card_id=card.id, kind=kind, subject_id=part) for kind, part in parts)


def _may_stand_already(session: Session, posting: Posting) -> bool:
    """An earlier posting of the card waits for a person to say whether it arrived."""
    doubted = select(Posting.id).where(
        Posting.card_id == posting.card_id, Posting.state == queue.UNCERTAIN, Posting.id != posting.id
    )
    return session.scalar(doubted.limit(1)) is not None


def _at(session: Session, fate: Fate) -> Card | None:
    """Our conversation with a person goes by the person's id here."""
    place = Card.channel_id == fate.channel_id
    if fate.channel_id.startswith(DIRECT):
        place = or_(place, *(Card.channel_id.startswith(letter) for letter in PEOPLE))
    return session.scalar(select(Card).where(Card.team_id == fate.team_id, Card.ts == fate.ts, place))


def _call_for(card: Card, message: Message | None) -> tuple[str, dict[str, Any]] | None:
    if card.is_gone:
        return None
    if message is None:
        return (DELETE, {"channel": card.channel_id, "ts": card.ts}) if card.ts else None
    if card.ts:
        return UPDATE, {"channel": card.channel_id, "ts": card.ts, **message.payload()}
    return POST, {**_place(card), **message.payload()}


def _place(card: Card) -> dict[str, Any]:
    return {"channel": card.channel_id, **({"thread_ts": card.thread_ts} if card.thread_ts else {})}


def _send(session: Session, card: Card, now: datetime) -> None:
    """One untouched posting per card is enough: it is composed when it is sent.

    It is locked until our commit: a worker who took it before that would render what was there before.
    """
    waiting = select(Posting).where(
        Posting.card_id == card.id, Posting.state == queue.WAITING, Posting.attempts == 0
    )
    if session.scalar(waiting.with_for_update()) is None:
        _put(session, card, now)


def _put(session: Session, card: Card, now: datetime) -> None:
    put(
        session,
        Posting(
            team_id=card.team_id,
            lane=card.channel_id,
            method=UPDATE if card.ts else POST,
            arguments=_place(card),
            card_id=card.id,
            created_at=now,
            not_before=now,
        ),
    )
