"""The sample fortnight leaves something to see in every list."""

import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot import settings
from bot.manifest import manifest
from bot.platform import logs, migrations
from bot.playground import LocalSlack
from bot.playground.clock import MovableClock
from bot.playground.launch import environment
from bot.trial import story
from bot.trial.days import TOKYO, working_day
from bot.trial.gestures import GESTURES
from bot.trial.story import scene
from bot.trial.team import CHANNELS, PEOPLE, Team, gather
from bot.trial.telling import tell

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def told(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[LocalSlack, Team]]:
    logs.configure("ERROR")
    url = f"sqlite:///{tmp_path_factory.mktemp('told')}/told.sqlite3"
    clock = MovableClock()
    async with LocalSlack(manifest(), clock) as slack:
        team = gather(slack)
        given = settings.read(environment(slack, {"DATABASE_URL": url, "PORT": "0"}))
        migrations.upgrade(given.database_url)
        await tell(slack, team, clock, given)
        yield slack, team


def shown(slack: LocalSlack, team: Team, channel: str) -> list[str]:
    """The words of what the bot has posted there, oldest first."""
    return [
        json.dumps([message.text, message.blocks], ensure_ascii=False)
        for message in slack.messages(team.channels[channel])
        if message.user == slack.bot_user_id
    ]


async def test_every_line_is_done_by_somebody_somewhere() -> None:
    for each in [*story.past(), *story.just_now()]:
        assert (each.who in PEOPLE, each.verb in GESTURES) == (True, True), each
        assert each.who in CHANNELS[each.where], each
    assert scene("-1 16:20 suzuki support says a\\nb").words == "a\nb"


@pytest.mark.parametrize("channel", ["general", "support", "release", "office-move"])
async def test_each_channel_had_its_memos_tasks_and_plans(
    told: tuple[LocalSlack, Team], channel: str
) -> None:
    words = "\n".join(shown(*told, channel))
    assert re.search(r"議事メモ #\d+|Memo #\d+", words)
    assert "tasks.take" in words
    assert re.search("今日の段取り｜|Today's plan, ", words)
    assert re.search("が完了しました|Done by", words) or channel == "office-move"


async def test_what_was_posted_bears_the_times_of_the_fortnight(told: tuple[LocalSlack, Team]) -> None:
    slack, team = told
    today = datetime.now(UTC).astimezone(TOKYO).date()
    stamps = [float(message.ts) for message in slack.messages(team.channels["support"])]
    days = [datetime.fromtimestamp(stamp, TOKYO).date() for stamp in stamps]
    assert (days[0], days[-1], days == sorted(days)) == (working_day(today, -10), today, True)
    assert slack.core.clock.ahead.total_seconds() == 0  # type: ignore[attr-defined]


async def test_nothing_is_left_that_only_one_person_was_shown(told: tuple[LocalSlack, Team]) -> None:
    slack, team = told
    hands = [slack.hand(person) for person in team.people.values()]
    assert not any(hand.ephemerals(channel) for hand in hands for channel in team.channels.values())


async def test_the_text_is_in_the_package() -> None:
    assert Path(story.__file__).with_name("story.txt").is_file()
