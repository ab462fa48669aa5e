"""Out of the parking: what was mended goes on by itself, what is in doubt when a person says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import queue
from .table import Posting

OF_A_CHANNEL = ("is_archived", "not_in_channel", "channel_not_found", "restricted_action")
"""How the refusals begin that end when somebody changes the channel, or invites us. Nothing tells that a
restriction was lifted: it is tried again whenever the channel is looked at anew.
"""
INSTALLATION = {
    "account_inactive",
    "access_denied",
    "invalid_auth",
    "missing_scope",
    "no_permission",
    "not_authed",
    "team_access_not_granted",
    "token_expired",
    "token_revoked",
}
"""Refusals that a good token ends."""
UNREACHABLE = INSTALLATION - {"missing_scope"}
"""Of these, where nothing at all can be said."""
SET_ASIDE = (queue.PARKED, queue.UNCERTAIN)


def resume_channel(session: Session, team_id: str, channel_id: str, now: datetime) -> None:
    """We are in the channel, and it is not archived: what could not be posted there goes on.

    A doubt that nobody could be asked about is looked into again.
    """
    for row in _set_aside(session, team_id, channel_id):
        nobody_asked = row.state == queue.UNCERTAIN and row.told_to is None
        if nobody_asked or reason(row).startswith(OF_A_CHANNEL):
            _go_on(row, now)


def resume_installation(session: Session, team_id: str, now: datetime) -> None:
    """Slack takes our token: what it refused because of that goes on."""
    for row in _set_aside(session, team_id):
        if reason(row) in INSTALLATION:
            _go_on(row, now)


def in_doubt(session: Session, uid: str, person_id: str) -> Posting | None:
    """The posting that this person was asked about; None when it is settled already."""
    return session.scalar(
        select(Posting)
        .where(Posting.uid == uid, Posting.told_to == person_id, Posting.state == queue.UNCERTAIN)
        .with_for_update()
    )


def _set_aside(session: Session, team_id: str, lane: str | None = None) -> Iterable[Posting]:
    rows = select(Posting).where(Posting.state.in_(SET_ASIDE), Posting.team_id == team_id)
    return session.scalars(rows if lane is None else rows.where(Posting.lane == lane)).all()


def reason(row: Posting) -> str:
    """Slack's word for it, or ours."""
    return (row.problem or "").removeprefix("uncertain: ")


def _go_on(row: Posting, now: datetime) -> None:
    """What is in doubt as if it had been in hand: it is looked up again first."""
    queue.again(row, now, queue.TAKEN if row.state == queue.UNCERTAIN else queue.WAITING)
    row.doubted_at = None
