"""Memos to show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.memos.model import TEXT_LIMIT, Memo, MemoSource
from tests.payloads import saying

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
LINK = "https://team.slack.com/archives/C1/p1764032400000100"


SINCE = datetime(2026, 11, 25, 1, 5, tzinfo=UTC)


def source(**fields: Any) -> MemoSource:
    usual = {"id": 7, "team_id": "T1", "channel_id": "C1", "ts": "1764032400.000100", "text": "12/5です"}
    return MemoSource(**{**usual, **fields})


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


MEMOS = st.builds(
    memo,
    text=saying(TEXT_LIMIT),
    number=st.integers(1, 999_999_999),
    source=st.sampled_from([None, source(), source(edited_at=SINCE), source(gone_at=SINCE)]),
    recorded_at=st.integers(0, 10_000).map(lambda days: NOW - timedelta(days=days)),
)
