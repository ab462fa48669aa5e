"""Memos to show."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.memos.model import Memo

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
LINK = "https://team.slack.com/archives/C1/p1764032400000100"


def memo(**fields: Any) -> Memo:
    usual: dict[str, Any] = {
        "id": 1,
        "number": 12,
        "team_id": "T1",
        "channel_id": "C1",
        "text": "次回リリースは12/5に決定",
        "author_id": "USUZUKI",
        "recorded_at": datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
    }
    return Memo(**{**usual, **fields})
