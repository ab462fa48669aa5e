"""Reading the conversation around a message that is to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from ..platform import markup
from ..platform.viewer import Viewer
from ..tasks import proposals
from ..tasks.proposal_model import Heard, Said
from ..workspaces import service as workspaces
from .model import MemoSource
from .thread_model import Reach, Reading

MOST_MESSAGES = 1000
"""Of one thread, from its beginning."""
MOST_PEOPLE = 50


def opening(session: Session, viewer: Viewer, source: MemoSource, said: Said, now: datetime) -> Reading:
    """What the message alone says, while its thread, if it is in one, is being read."""
    reach = Reach.READING if source.thread_ts else Reach.MESSAGE
    return _of_message(session, viewer, source, said, reach, now)


def aside(session: Session, viewer: Viewer, source: MemoSource, said: Said, now: datetime) -> Reading:
    """The same, with the thread left for later."""
    return _of_message(session, viewer, source, said, Reach.ASIDE, now)


def unread(session: Session, viewer: Viewer, source: MemoSource, said: Said, now: datetime) -> Reading:
    """The same, because the thread cannot be read."""
    return _of_message(session, viewer, source, said, Reach.UNREAD, now)


def whole(
    session: Session,
    viewer: Viewer,
    source: MemoSource,
    said: Sequence[Said],
    now: datetime,
    *,
    is_cut: bool,
    is_written: bool,
) -> Reading:
    """What the whole thread says, the message kept among it.

    The text is what that message decides, else what the others do; where somebody may have written in
    it already (`is_written`), what the others decide stands beside it.
    """
    heard = proposals.hear(session, viewer, source.channel_id, said, now)
    own = _decided(session, viewer, (each for each in heard if each.said.ts == source.ts))
    others = _decided(session, viewer, (each for each in heard if each.said.ts != source.ts))
    text, beside = own, [line for line in others if line not in own]
    if not own and not is_written:
        text, beside = others, []
    people = workspaces.people_among(session, viewer.team_id, [each.author_id or "" for each in said])
    return Reading(
        Reach.CUT if is_cut else Reach.THREAD,
        _lines(text) or source.text,
        bool(text),
        _lines(beside),
        people[:MOST_PEOPLE],
        proposals.find(session, viewer, source.channel_id, heard, now, first=source.ts),
    )


def _of_message(
    session: Session, viewer: Viewer, source: MemoSource, said: Said, reach: Reach, now: datetime
) -> Reading:
    heard = proposals.hear(session, viewer, source.channel_id, [said], now)
    decided = _decided(session, viewer, heard)
    return Reading(
        reach,
        _lines(decided) or source.text,
        bool(decided),
        people=workspaces.people_among(session, viewer.team_id, [said.author_id or ""]),
        found=proposals.find(session, viewer, source.channel_id, heard, now),
    )


def _decided(session: Session, viewer: Viewer, heard: Iterable[Heard]) -> list[str]:
    """Each deciding sentence once, as plain text."""
    name_of = workspaces.namer(session, viewer.team_id)
    said = (decision for each in heard for decision in each.understood.decisions)
    return list(dict.fromkeys(markup.plain(decision, name_of).strip() for decision in said))


def _lines(decided: Sequence[str]) -> str:
    return "\n".join(decided)
