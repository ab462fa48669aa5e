"""Tasks to show and to sort."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.tasks.model import (
    DONE,
    DROPPED,
    HIGH,
    KINDS,
    MOST_STEPS,
    NORMAL,
    NOTE_LIMIT,
    OPEN,
    REASON_LIMIT,
    STEP_LIMIT,
    TITLE_LIMIT,
    Step,
    Task,
)
from tests.payloads import saying

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 25, 10, 30, tzinfo=TOKYO)
"""A Wednesday."""
LINK = "https://team.slack.com/archives/C1/p1764032400000100?thread_ts=1764032000.000100&cid=C1"
NAMES = {"USUZUKI": "鈴木", "USATO": "佐藤", "UEMMA": "Emma", "UTANAKA": "田中部長"}


def task(**fields: Any) -> Task:
    usual: dict[str, Any] = {
        "id": 1,
        "number": 12,
        "team_id": "T1",
        "channel_id": "C1",
        "title": "見積もりを更新",
        "note": "",
        "priority": NORMAL,
        "state": OPEN,
        "author_id": "USUZUKI",
        "created_at": datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
    }
    return Task(**{**usual, **fields})


def due(day: date, time: str = "") -> dict[str, Any]:
    """The fields of a deadline, in Tokyo."""
    at = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=TOKYO) if time else None
    return {"due_on": day, "due_at": at}


def steps(*texts: str, done: int = 0) -> list[Step]:
    """The first of them are done."""
    made = [Step(id=n, position=n, text=text) for n, text in enumerate(texts, start=1)]
    for step in made[:done]:
        step.done_at, step.done_by = NOW, "USATO"
    return made


def _anyhow(fields: dict[str, Any], days: int | None, hours: int | None) -> Task:
    day = None if days is None else NOW.date() + timedelta(days=days)
    at = NOW + timedelta(days=days, hours=hours) if days is not None and hours is not None else None
    return task(**fields, due_on=at.date() if at else day, due_at=at)


TASKS = st.builds(
    _anyhow,
    st.fixed_dictionaries(
        {
            "id": st.integers(1, 10**6),
            "number": st.integers(1, 999_999_999),
            "title": saying(TITLE_LIMIT),
            "note": st.one_of(st.just(""), saying(NOTE_LIMIT)),
            "priority": st.sampled_from([HIGH, NORMAL]),
            "state": st.sampled_from([OPEN, OPEN, DONE, DROPPED]),
            "reason": st.one_of(st.none(), saying(REASON_LIMIT)),
            "kind": st.sampled_from([None, *KINDS]),
            "asked_at": st.sampled_from([None, NOW]),
            "steps": st.builds(
                lambda texts, done: steps(*texts, done=done),
                st.lists(saying(STEP_LIMIT), max_size=MOST_STEPS),
                st.integers(0, MOST_STEPS),
            ),
            "owner_id": st.sampled_from([None, "USATO", "UNOBODY"]),
            "closed_by": st.sampled_from([None, "USATO"]),
            "closed_at": st.sampled_from([None, NOW]),
            "source_ts": st.sampled_from([None, "1764032400.000100"]),
            "source_edited_at": st.sampled_from([None, NOW]),
            "source_gone_at": st.sampled_from([None, NOW]),
        }
    ),
    st.one_of(st.none(), st.integers(-400, 400)),
    st.one_of(st.none(), st.integers(-12, 12)),
)
"""Any task, due any time around NOW."""
