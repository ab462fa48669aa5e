"""Six weeks of one team, over the year's end: neither noisy nor silent. Its transcripts are to be read."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bot.platform.calendar import Calendar
from bot.platform.hours import WorkingTime
from tests.scenarios.month import BEGIN, Month, Said, played
from tests.scenarios.stage import HandClock, staged
from tests.scenarios.transcripts import transcript

TOKYO, LONDON = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
CLOCKS = {"#general": TOKYO, "#random": LONDON}
MOST_IN_A_DAY = 2
ENDS = {
    "direct": "workspaces.mute",
    "unowned": "tasks.unowned_stop",
    "digest": "workspaces.post_menu",
    "weekly": "workspaces.post_menu",
}
"""The off switches in the posts themselves."""


class Transcript(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def month(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Month]:
    file = tmp_path_factory.mktemp("month") / "urakata.sqlite3"
    shutil.copyfile(migrated_sqlite, file)
    async with staged(f"sqlite:///{file}", HandClock(BEGIN), tick_seconds=3600) as stage:
        yield await played(stage)


def test_the_month_of_the_japanese_channel_reads_as_kept(month: Month, snapshot: SnapshotAssertion) -> None:
    text = transcript(month, ("#general", "suzuki", "sato"), TOKYO)
    assert text == snapshot.use_extension(Transcript)


def test_the_month_of_the_english_channel_reads_as_kept(month: Month, snapshot: SnapshotAssertion) -> None:
    text = transcript(month, ("#random", "emma", "oliver"), LONDON)
    assert text == snapshot.use_extension(Transcript)


def test_nothing_is_said_outside_the_working_hours_of_whom_it_addresses(month: Month) -> None:
    assert month.said
    for said in month.said:
        zone = clock(said)
        assert WorkingTime(Calendar.of_zone(str(zone)), zone).is_now(said.at), said


def test_a_channel_has_each_post_at_most_once_a_day_and_few_together(month: Month) -> None:
    in_channels = [said for said in month.said if not said.to]
    each = Counter((said.place, said.kind, day(said)) for said in in_channels)
    assert max(each.values()) == 1
    assert max(Counter((said.place, day(said)) for said in in_channels).values()) <= MOST_IN_A_DAY


def test_nobody_is_written_to_twice_on_one_day(month: Month) -> None:
    direct = Counter((said.place, day(said)) for said in month.said if said.to)
    assert set(direct.values()) == {1}


def test_nobody_is_reminded_of_a_week_before_a_prompt_in_their_hours(month: Month) -> None:
    for said in month.said:
        if said.to and "weekly.write" in said.actions:
            asked = [each.at for each in month.said if each.kind == "weekly" and each.at < said.at]
            assert WorkingTime(Calendar.of_zone(said.to.tz), clock(said)).is_now(max(asked)), said


def test_whatever_comes_by_itself_carries_its_off_switch(month: Month) -> None:
    assert {said.kind for said in month.said} == {*ENDS}
    for said in month.said:
        assert ENDS[said.kind] in said.actions, said


def test_nothing_is_posted_where_nobody_started_it(month: Month) -> None:
    assert {said.place for said in month.said} == {"#general", "#random", "suzuki", "sato", "emma", "oliver"}


def clock(said: Said) -> ZoneInfo:
    return ZoneInfo(said.to.tz) if said.to else CLOCKS[said.place]


def day(said: Said) -> date:
    at: datetime = said.at.astimezone(clock(said))
    return at.date()
