"""What was taken once is not taken again: forms by the id of their view."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from .tables import Base, Instant


class Receipt(Base):
    __tablename__ = "receipts"

    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    taken_at: Mapped[datetime] = mapped_column(Instant)


def take(session: Session, key: str, now: datetime) -> bool:
    """True for the first who brings this key. Of two at once the table's key decides."""
    if session.get(Receipt, key):
        return False
    session.add(Receipt(key=key, taken_at=now))
    session.flush()
    return True
