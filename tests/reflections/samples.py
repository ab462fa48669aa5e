"""Weeks to show."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.reflections.model import (
    GOAL_LIMIT,
    MOST_GOALS,
    OUTCOMES,
    TEXT_LIMIT,
    TRACES,
    Draft,
    Goal,
    Prompt,
    Reflection,
    Trace,
)
from bot.workspaces.model import PUBLIC, Channel
from tests.payloads import saying

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
"""A Friday."""
TODAY = NOW.date()
WEEK = date(2026, 11, 23)
LINK = "https://team.slack.com/archives/C1/p1764032400000100?thread_ts=1764032000.000100&cid=C1"
GENERAL = Channel(team_id="T1", id="C1", name="general", kind=PUBLIC)


def prompt(**fields: Any) -> Prompt:
    usual = {"id": 7, "team_id": "T1", "channel_id": "C1", "week": WEEK, "posted_at": NOW, "is_late": False}
    return Prompt(**{**usual, **fields})


def goal(number: int, text: str, outcome: str | None = None) -> Goal:
    return Goal(id=number, position=number, text=text, outcome=outcome)


def reflection(**fields: Any) -> Reflection:
    usual: dict[str, Any] = {
        "id": 12,
        "team_id": "T1",
        "person_id": "USUZUKI",
        "channel_id": "C1",
        "is_shared": True,
        "week": WEEK,
        "good": "",
        "bad": "",
        "learned": "",
        "answered_at": NOW,
        "goals": [],
    }
    return Reflection(**{**usual, **fields})


TEXTS = st.one_of(st.just(""), saying(TEXT_LIMIT))
GOALS = st.lists(
    st.builds(goal, st.integers(1, 10**6), saying(GOAL_LIMIT), st.sampled_from([None, *OUTCOMES])),
    max_size=MOST_GOALS,
    unique_by=lambda goal: goal.id,
)
PROMPTS = st.builds(
    prompt,
    id=st.integers(1, 10**9),
    week=st.integers(-200, 200).map(lambda weeks: WEEK + timedelta(weeks=weeks)),
    is_late=st.booleans(),
)
REFLECTIONS = st.builds(reflection, good=TEXTS, bad=TEXTS, learned=TEXTS, goals=GOALS)
TRACED = st.lists(
    st.builds(
        Trace,
        st.sampled_from(TRACES),
        saying(TEXT_LIMIT),
        st.sampled_from(["C1", "C2"]),
        st.sampled_from([None, LINK]),
    ),
    max_size=60,
)
DRAFTS = st.builds(
    Draft,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(saying(GOAL_LIMIT), max_size=MOST_GOALS).map(tuple),
    st.just({}),
    st.booleans(),
)
