"""Reading and keeping what a channel decided for itself."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from ..platform.viewer import Viewer
from ..platform.zones import zone_of
from . import activity
from .model import Channel
from .settings_model import ChannelSettings, SettingsRow

UTC = ZoneInfo("UTC")
CHOSEN = [field.name for field in fields(ChannelSettings) if field.name != "zone"]


def of(session: Session, channel: Channel | None, zone: ZoneInfo = UTC) -> ChannelSettings:
    """`zone` is that of a channel which has none yet, or of no channel at all."""
    if channel is None:
        return ChannelSettings(zone)
    defaults = ChannelSettings(zone_of(channel.zone) if channel.zone else zone)
    row = session.get(SettingsRow, (channel.team_id, channel.id))
    return replace(defaults, **_chosen(row)) if row else defaults


def are_chosen(session: Session, channel: Channel) -> bool:
    """Whether somebody ever changed them."""
    return session.get(SettingsRow, (channel.team_id, channel.id)) is not None


def keep(
    session: Session, viewer: Viewer, channel: Channel, wanted: ChannelSettings, now: datetime
) -> dict[str, list[Any]]:
    """The channel's settings from now on, its zone among them; what changed, as [before, after] by name."""
    before = of(session, channel)
    changes = {
        name: [_said(getattr(before, name)), _said(getattr(wanted, name))]
        for name in ("zone", *CHOSEN)
        if getattr(before, name) != getattr(wanted, name)
    }
    row = session.get(SettingsRow, (channel.team_id, channel.id))
    row = row or SettingsRow(team_id=channel.team_id, channel_id=channel.id)
    for name in CHOSEN:
        setattr(row, name, getattr(wanted, name))
    session.add(row)
    channel.zone = str(wanted.zone)
    if changes:
        activity.note(session, viewer, "channel.settings", "channel", channel.id, now, changes=changes)
    return changes


def _chosen(row: SettingsRow) -> dict[str, Any]:
    chosen = {name: getattr(row, name) for name in CHOSEN}
    if row.closing_days is not None:
        chosen["closing_days"] = tuple((month, day) for month, day in row.closing_days)
    return chosen


def _said(value: object) -> object:
    """As the note of a change holds it."""
    return value if isinstance(value, bool | int | None) else str(value)
