"""Reading and keeping what a channel decided for itself."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform.texts import DEFAULT
from ..platform.viewer import Viewer
from ..platform.zones import zone_of
from . import activity
from .model import Activity, Channel
from .settings_model import ChannelSettings, SettingsRow

UTC = ZoneInfo("UTC")
OF_CHANNEL = ("zone", "language")
CHOSEN = [field.name for field in fields(ChannelSettings) if field.name not in OF_CHANNEL]


def of(
    session: Session, channel: Channel | None, zone: ZoneInfo = UTC, language: str = DEFAULT
) -> ChannelSettings:
    """`zone` and `language` are those of a channel which has none yet, or of no channel at all."""
    if channel is None:
        return ChannelSettings(zone, language)
    defaults = ChannelSettings(zone_of(channel.zone) if channel.zone else zone, channel.language or language)
    row = session.get(SettingsRow, (channel.team_id, channel.id))
    return replace(defaults, **_chosen(row)) if row else defaults


def takes(session: Session, team_id: str, channel_id: str, door: str) -> bool:
    """Whether the emoji of that door (memo, task) keeps messages there."""
    its = of(session, session.get(Channel, (team_id, channel_id)))
    return its.task_emoji if door == "task" else its.memo_emoji


def are_chosen(session: Session, channel: Channel) -> bool:
    """Whether somebody ever changed them."""
    return session.get(SettingsRow, (channel.team_id, channel.id)) is not None


def keep(
    session: Session, viewer: Viewer, channel: Channel, wanted: ChannelSettings, now: datetime
) -> dict[str, list[Any]]:
    """The channel's settings from now on; what changed, as [before, after] by name."""
    before = of(session, channel)
    changes = {
        name: [_said(getattr(before, name)), _said(getattr(wanted, name))]
        for name in (*OF_CHANNEL, *CHOSEN)
        if getattr(before, name) != getattr(wanted, name)
    }
    row = session.get(SettingsRow, (channel.team_id, channel.id))
    row = row or SettingsRow(team_id=channel.team_id, channel_id=channel.id)
    for name in CHOSEN:
        setattr(row, name, getattr(wanted, name))
    session.add(row)
    channel.zone, channel.language = str(wanted.zone), wanted.language
    if changes:
        activity.note(session, viewer, "channel.settings", "channel", channel.id, now, changes=changes)
    return changes


def last_change(session: Session, channel: Channel) -> Activity | None:
    """Who last changed anything of the channel, also by starting or ending posts."""
    return session.scalar(
        select(Activity)
        .where(Activity.subject == "channel", Activity.subject_id == channel.id)
        .where(Activity.team_id == channel.team_id)
        .order_by(Activity.id.desc())
        .limit(1)
    )


def _chosen(row: SettingsRow) -> dict[str, Any]:
    chosen = {name: getattr(row, name) for name in CHOSEN}
    if row.closing_days is not None:
        chosen["closing_days"] = tuple((month, day) for month, day in row.closing_days)
    return chosen


def _said(value: object) -> object:
    """As the note of a change holds it."""
    return value if isinstance(value, bool | int | None) else str(value)
