"""People and bots of the workspace."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

COLORS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "e0a729", "684b6c", "5b89d5", "2b6836")


@dataclass
class Person:
    id: str
    team_id: str
    name: str
    real_name: str
    display_name: str
    locale: str = "en-US"
    tz: str = "UTC"
    color: str = COLORS[0]
    is_admin: bool = False
    is_guest: bool = False
    is_single_channel_guest: bool = False
    is_bot: bool = False
    deleted: bool = False
    bot_id: str | None = None
    updated: int = 0

    @property
    def restricted(self) -> bool:
        return self.is_guest or self.is_single_channel_guest

    def as_slack(self, now: datetime, include_locale: bool = False) -> dict[str, Any]:
        about = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "profile": self._profile(),
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": self.updated,
        }
        return about if self.deleted else about | self._standing(now) | self._language(include_locale)

    def _standing(self, now: datetime) -> dict[str, Any]:
        offset = ZoneInfo(self.tz).utcoffset(now)
        return {
            "color": self.color,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.restricted,
            "is_ultra_restricted": self.is_single_channel_guest,
            "who_can_share_contact_card": "EVERYONE",
            "is_email_confirmed": True,
        }

    def _language(self, wanted: bool) -> dict[str, Any]:
        return {"locale": self.locale} if wanted else {}

    def _profile(self) -> dict[str, Any]:
        profile: dict[str, Any] = {
            "real_name": self.real_name,
            "real_name_normalized": self.real_name,
            "display_name": self.display_name,
            "display_name_normalized": self.display_name,
            "status_text": "",
            "status_emoji": "",
            "team": self.team_id,
        }
        return profile | ({"bot_id": self.bot_id} if self.bot_id else {})
