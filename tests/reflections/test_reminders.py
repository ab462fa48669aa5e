"""When somebody is reminded: within their working hours, never on a day off."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reflections import reminders
from bot.workspaces.settings_model import ChannelSettings
from tests.payloads import patient

TOKYO, LONDON = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
FRIDAY_14 = datetime(2026, 11, 27, 14, 0, 5, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("now", "zone", "at"),
    [
        (FRIDAY_14, TOKYO, time(17)),
        (FRIDAY_14 + timedelta(minutes=59), TOKYO, time(17, 59)),
        (FRIDAY_14 + timedelta(hours=1), TOKYO, time(9)),
        (FRIDAY_14, LONDON, time(9)),
        (FRIDAY_14 + timedelta(hours=2), LONDON, time(10)),
        (FRIDAY_14 + timedelta(days=1), TOKYO, time(9)),
    ],
)
def test_three_hours_after_the_prompt_or_when_the_work_begins(
    now: datetime, zone: ZoneInfo, at: time
) -> None:
    assert reminders.first_time(now.astimezone(zone), ChannelSettings(zone)) == at


ZONES = st.sampled_from(["Asia/Tokyo", "Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
INSTANTS = st.integers(0, 12 * 366 * 24 * 60).map(lambda minutes: FRIDAY_14 + timedelta(minutes=minutes))


@patient
@given(INSTANTS, ZONES.map(ZoneInfo), st.integers(0, 12), st.integers(13, 23))
def test_it_is_always_within_the_hours(now: datetime, zone: ZoneInfo, opens: int, closes: int) -> None:
    there = ChannelSettings(zone, opens=time(opens), closes=time(closes))
    at = reminders.first_time(now.astimezone(zone), there)
    assert there.opens <= at < there.closes
