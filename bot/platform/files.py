"""Files for one person, written when they are sent: with what that person may see then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from .filters import Filter
from .outbox.files import FILE
from .outbox.table import Posting, put
from .outbox.worker import Compose
from .viewer import Viewer

CSV, MARKDOWN = "csv", "md"


@dataclass(frozen=True)
class File:
    """`comment` is the message it comes with."""

    content: str
    comment: str


@dataclass(frozen=True)
class Wanted:
    """`form` is CSV or MARKDOWN; `number` is that of a single record."""

    asked: Filter
    form: str
    number: int = 0


Write = Callable[[Session, Viewer, Wanted, datetime], File | None]
"""None when there is nothing to send any more."""
Who = Callable[[Session, str, str, str], Viewer]
"""(session, team id, person id, channel id): the viewer a file is for."""


def promise(session: Session, viewer: Viewer, kind: str, wanted: Wanted, now: datetime) -> Posting:
    """The file will come to the viewer's conversation with us; `kind` says who writes it."""
    of = f"{kind}-{wanted.number}" if wanted.number else kind
    name = f"{of}-{now.astimezone(viewer.zone):%Y%m%d-%H%M%S}.{wanted.form}"
    about = {
        "kind": kind,
        "filter": wanted.asked.carried(),
        "form": wanted.form,
        "number": wanted.number,
    }
    return put(
        session,
        Posting(
            team_id=viewer.team_id,
            lane=viewer.person_id,
            method=FILE,
            arguments={"channel": viewer.person_id, "person": viewer.person_id, "name": name, **about},
            created_at=now,
            not_before=now,
        ),
    )


def composer(
    writers: Mapping[str, Write], who: Who, clock: Callable[[], datetime], otherwise: Compose
) -> Compose:
    """What the outbox sends for a posting that is a file; other postings are composed otherwise."""

    def compose(session: Session, posting: Posting) -> tuple[str, dict[str, Any]] | None:
        if posting.method != FILE:
            return otherwise(session, posting)
        given = posting.arguments
        viewer = who(session, posting.team_id, given["person"], "")
        wanted = Wanted(Filter.of(given["filter"]), given["form"], given.get("number", 0))
        file = writers[given["kind"]](session, viewer, wanted, clock().astimezone(viewer.zone))
        return (FILE, {**given, "content": file.content, "comment": file.comment}) if file else None

    return compose
