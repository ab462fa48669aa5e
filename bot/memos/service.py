"""Recording and finding memos. Takes a session, never commits, knows no Slack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards, wording
from ..platform.cards import Place
from ..platform.tables import insert
from ..platform.viewer import Viewer
from ..workspaces import activity, numbers, visibility
from ..workspaces import service as workspaces
from .model import CARD, SOURCE_LIMIT, TEXT_LIMIT, Memo, MemoRevision, MemoSource

PAGE = 20
MOST_WORDS = 50
"""Of a search, beyond which words are left out: databases refuse conditions without end."""


@dataclass(frozen=True)
class Draft:
    """`words` is what to give back if it cannot be kept; `field` the form's input it came from."""

    channel_id: str
    text: str
    source_id: int | None = None
    words: str = ""
    field: str = ""


@dataclass(frozen=True)
class Kept:
    """`is_new` is False when the message had been kept already; `offer` says to offer the daily plan."""

    memo: Memo
    is_new: bool
    offer: bool = False


def record(session: Session, viewer: Viewer, draft: Draft, now: datetime) -> Kept:
    """Keep the draft and show its card, or return the memo already kept from that message.

    Two people may choose the same message at once: the table's unique key decides.
    """
    channel = workspaces.speak_in(session, viewer, draft.channel_id, draft.words)
    empty = "error.no_text" if draft.field else "error.empty"
    text = wording.checked(draft.text, TEXT_LIMIT, empty=empty, words=draft.words, field=draft.field)
    source = session.get_one(MemoSource, draft.source_id) if draft.source_id else None
    if source and (existing := from_message(session, viewer, source.channel_id, source.ts)):
        return Kept(existing, is_new=False)
    memo = insert(
        session,
        Memo(
            number=numbers.next_number(session, viewer.team_id),
            team_id=viewer.team_id,
            channel_id=channel.id,
            text=text,
            source_id=draft.source_id,
            author_id=viewer.person_id,
            recorded_at=now,
        ),
    )
    activity.note(session, viewer, "memo.kept", CARD, memo.id, now)
    cards.show(session, CARD, memo.id, _place(memo, source), now)
    return Kept(memo, is_new=True, offer=workspaces.offer_once(session, viewer, channel, now))


def choose(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    ts: str,
    thread_ts: str | None,
    author_id: str | None,
    text: str,
    now: datetime,
) -> MemoSource:
    """Remember a message as it is said now, for the form that is about to open; once kept it stays so."""
    workspaces.speak_in(session, viewer, channel_id, text)
    source = source_at(session, viewer.team_id, channel_id, ts) or MemoSource(
        team_id=viewer.team_id, channel_id=channel_id, ts=ts
    )
    if source.id and from_message(session, viewer, channel_id, ts):
        return source
    source.thread_ts, source.author_id = thread_ts, author_id
    source.text, source.chosen_at, source.edited_at = text[:SOURCE_LIMIT], now, None
    session.add(source)
    session.flush()
    return source


def draft_of(source: MemoSource) -> Draft:
    """A message as a memo: as far as a memo goes; the whole of it stays as the source."""
    return Draft(source.channel_id, source.text[:TEXT_LIMIT], source.id, words=source.text)


def source(session: Session, source_id: int) -> MemoSource:
    """The message a form was opened for."""
    return session.get_one(MemoSource, source_id)


def source_at(session: Session, team_id: str, channel_id: str, ts: str) -> MemoSource | None:
    return session.scalar(
        select(MemoSource).where(
            MemoSource.team_id == team_id, MemoSource.channel_id == channel_id, MemoSource.ts == ts
        )
    )


def from_message(session: Session, viewer: Viewer, channel_id: str, ts: str) -> Memo | None:
    """The memo that was kept from this message."""
    return session.scalar(
        _memos(viewer)
        .join(MemoSource, MemoSource.id == Memo.source_id)
        .where(MemoSource.channel_id == channel_id, MemoSource.ts == ts)
    )


def find(session: Session, viewer: Viewer, number: int) -> Memo:
    """Raises UserError when there is none that this viewer may see."""
    memo = seen(session, viewer, number)
    if memo is None:
        raise UserError("error.not_found", n=number)
    return memo


def seen(session: Session, viewer: Viewer, number: int) -> Memo | None:
    """None when there is none that this viewer may see."""
    return session.scalar(_memos(viewer).where(Memo.number == number))


def by_id(session: Session, memo_id: int) -> Memo | None:
    """For rendering its card, which stands where its channel's people see it; None once it was erased."""
    return session.get(Memo, memo_id)


def edit(session: Session, viewer: Viewer, number: int, text: str, now: datetime) -> Memo:
    """Change the text; the one before is kept as a revision."""
    memo = find(session, viewer, number)
    text = wording.checked(text, TEXT_LIMIT, empty="error.no_text", words=text, field="text")
    if text == memo.text:
        return memo
    session.add(MemoRevision(memo_id=memo.id, text=memo.text, changed_by=viewer.person_id, changed_at=now))
    memo.text = text
    activity.note(session, viewer, "memo.edited", CARD, memo.id, now)
    cards.changed(session, CARD, memo.id, now)
    return memo


def undo(session: Session, viewer: Viewer, number: int, now: datetime) -> Memo:
    """Take one's own memo back; a second time changes nothing. Raises UserError for somebody else's."""
    memo = session.scalar(visibility.visible(Memo, viewer).where(Memo.number == number))
    if memo is None:
        raise UserError("error.not_found", n=number)
    if memo.author_id != viewer.person_id:
        raise UserError("error.not_yours", n=number)
    if memo.undone_at is None:
        memo.undone_at = now
        activity.note(session, viewer, "memo.undone", CARD, memo.id, now)
        cards.changed(session, CARD, memo.id, now)
    return memo


def thread_of(session: Session, memo: Memo) -> tuple[str, str | None] | None:
    """The (ts, thread_ts) of what was said, else of the memo's own card; None before it stands."""
    place = _said_at(session, memo)
    return place and place[1:]


def link_of(session: Session, memo: Memo) -> str | None:
    """Where the words were said: the source message, else the memo's own card; None before it stands."""
    place = _said_at(session, memo)
    return workspaces.permalink(session, memo.team_id, *place) if place else None


def _memos(viewer: Viewer) -> Select[Memo]:
    return visibility.visible(Memo, viewer).where(Memo.undone_at.is_(None))


def _said_at(session: Session, memo: Memo) -> tuple[str, str, str | None] | None:
    """The (channel, ts, thread_ts)."""
    said = memo.source.place if memo.source else None
    return said or cards.first_ts(session, CARD, [memo.id]).get(memo.id)


def _place(memo: Memo, source: MemoSource | None) -> Place:
    thread = (source.thread_ts or source.ts) if source else None
    return Place(memo.team_id, memo.channel_id, thread)
