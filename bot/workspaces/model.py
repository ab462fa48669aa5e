"""The mirror of Slack: the workspace, its people and channels, who is where; and what we decided for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Base, Instant

PUBLIC, PRIVATE, DIRECT, GROUP = "public", "private", "im", "mpim"


class InChannel:
    """Mixed into what belongs to a channel, and is seen by whoever sees the channel."""

    team_id: Mapped[str] = mapped_column(String(32))
    channel_id: Mapped[str] = mapped_column(String(32))


class OfPerson:
    """Mixed into what belongs to a person: theirs alone, or shared with whoever sees the channel.

    `channel_id` is the one it stands in once it was shared; `is_shared` whether it is now.
    """

    team_id: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[str] = mapped_column(String(32))
    channel_id: Mapped[str | None] = mapped_column(String(32))
    is_shared: Mapped[bool] = mapped_column(default=False)


class Workspace(Base):
    """`url` ends in a slash and begins every permalink; `synced_at` is None until people are mirrored."""

    __tablename__ = "workspaces"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    url: Mapped[str] = mapped_column(String(255))
    bot_user_id: Mapped[str] = mapped_column(String(32))
    last_number: Mapped[int] = mapped_column(default=0)
    synced_at: Mapped[datetime | None] = mapped_column(Instant)


class Person(Base):
    __tablename__ = "people"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    """What others call them: the display name, or the real one where there is none."""
    handle: Mapped[str] = mapped_column(String(255))
    real_name: Mapped[str] = mapped_column(String(255))
    locale: Mapped[str | None] = mapped_column(String(16))
    zone: Mapped[str | None] = mapped_column(String(64))
    is_admin: Mapped[bool] = mapped_column(default=False)
    is_guest: Mapped[bool] = mapped_column(default=False)
    is_bot: Mapped[bool] = mapped_column(default=False)
    is_gone: Mapped[bool] = mapped_column(default=False)


class Channel(Base):
    """`language` and `zone` are those of who tapped Start, else of the first who kept something here."""

    __tablename__ = "channels"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(16))
    is_archived: Mapped[bool] = mapped_column(default=False)
    is_shared: Mapped[bool] = mapped_column(default=False)
    has_bot: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str | None] = mapped_column(String(8))
    zone: Mapped[str | None] = mapped_column(String(64))
    carer_id: Mapped[str | None] = mapped_column(String(32))
    offered_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody was offered the automatic posts: once."""


class Membership(Base):
    __tablename__ = "memberships"
    __table_args__ = (Index("ix_memberships_person", "team_id", "person_id"),)

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)


class Activity(Base):
    """Who did what, when, on what: `verb` such as memo.kept, `details` what was there before."""

    __tablename__ = "activities"
    __table_args__ = (Index("ix_activities_subject", "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[str] = mapped_column(String(32))
    verb: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[str] = mapped_column(String(32))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True)
class Owner:
    """Someone who was named as owner; `problem` is the key of why they cannot be, None when they can."""

    person_id: str
    name: str
    problem: str | None
