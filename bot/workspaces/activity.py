"""Noting each change beside the change itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..platform.tables import insert
from ..platform.viewer import Viewer
from .model import Activity


def note(
    session: Session,
    viewer: Viewer,
    verb: str,
    subject: str,
    subject_id: str | int,
    now: datetime,
    **details: object,
) -> None:
    """`subject` is the kind of thing: memo, task, channel."""
    insert(
        session,
        Activity(
            team_id=viewer.team_id,
            person_id=viewer.person_id,
            verb=verb,
            subject=subject,
            subject_id=str(subject_id),
            details=details,
            at=now,
        ),
    )


def is_more(session: Session, subject: str, subject_id: str | int) -> bool:
    """Whether anything became of it after it was made."""
    noted = select(func.count()).select_from(Activity)
    noted = noted.where(Activity.subject == subject, Activity.subject_id == str(subject_id))
    return (session.scalar(noted) or 0) > 1
