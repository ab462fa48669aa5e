"""What was taken once is not taken again, by its key: a gesture's trigger, the id of a form's view."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, bindparam, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from .tables import Base, Instant

LONGEST = 255


class Receipt(Base):
    __tablename__ = "receipts"

    key: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
    taken_at: Mapped[datetime] = mapped_column(Instant)


_TAKEN = text(
    "INSERT INTO receipts (key, taken_at) VALUES (:key, :taken_at) ON CONFLICT DO NOTHING"
).bindparams(bindparam("taken_at", type_=Instant))


def take(session: Session, key: str, now: datetime) -> bool:
    """True for the first who brings this key; of two at once the second waits to see what becomes of it."""
    return bool(session.connection().execute(_TAKEN, {"key": key, "taken_at": now}).rowcount)
