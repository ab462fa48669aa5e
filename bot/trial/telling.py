"""The sample fortnight, really done: by people's hands, the bot beside them, the clock moved on each time.

The bot is one of this process, on the database that the one of the playground takes over afterwards. So
cards, numbers, requests, plans and the times of all of them are what they would be after two such weeks.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta

from .. import running
from ..app import Urakata
from ..platform.clock import Clock
from ..platform.slack.socket import Socket
from ..playground import LocalSlack
from ..playground.clock import MovableClock
from ..playground.desk import Preparing
from ..settings import Settings
from . import days, story
from .days import TOKYO
from .gestures import GESTURES, TALK, Stand
from .story import Scene
from .team import Team

STORY_PATIENCE = 60.0
"""Seconds for an answer of the bot."""
POSTING = (time(9, 0, 5), time(14, 0, 5))
"""Just after the plans of the day are due, and on Fridays the prompts to look back."""


class SlackClock(Clock):
    """The local Slack's own clock."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def now(self) -> datetime:
        return self._clock()


async def tell(slack: LocalSlack, team: Team, clock: MovableClock, settings: Settings) -> None:
    """From two weeks ago until now, where the clock stands afterwards; takes some seconds."""
    until = clock()
    today = until.astimezone(TOKYO).date()
    scenes = story.past()
    clock.stand(_instant(today, scenes[0]))
    slack.begin_anew()
    async with _at_work(slack, clock, settings) as bot:
        for number, scene in enumerate(scenes):
            slack.desk.preparing = Preparing(number, len(scenes))
            await _meanwhile(bot, slack, clock, _instant(today, scene))
            clock.stand(_instant(today, scene))
            await _play(slack, team, scene, today)
            if scene.verb not in TALK:
                await _settled(bot, slack)
        await _meanwhile(bot, slack, clock, until)
        clock.set_ahead(timedelta())
        slack.all_read()
        for scene in story.just_now():
            await _play(slack, team, scene, today)
        await _settled(bot, slack)
    _leave_the_room(slack)


@asynccontextmanager
async def _at_work(slack: LocalSlack, clock: MovableClock, settings: Settings) -> AsyncIterator[Urakata]:
    """Connected, without workers of its own: everything is worked off between two scenes.

    Slack has patience meanwhile: nobody is waiting, and a machine may be busy.
    """
    bot = await running.opened(settings, SlackClock(clock))
    token, deliveries = settings.slack_app_token, slack.core.deliveries
    usual, deliveries.patience = deliveries.patience, STORY_PATIENCE
    socket = Socket(bot.app, token.get_secret_value() if token else "", bot.client)
    await socket.open()
    try:
        yield bot
    finally:
        deliveries.patience = usual
        await socket.close()
        await bot.close()


async def _meanwhile(bot: Urakata, slack: LocalSlack, clock: MovableClock, until: datetime) -> None:
    """What channels post by themselves between the clock and then, on each working day."""
    day = clock().astimezone(TOKYO).date()
    while datetime.combine(day, POSTING[0], TOKYO) < until:
        moments = [datetime.combine(day, wall_time, TOKYO) for wall_time in POSTING]
        for moment in moments if days.CALENDAR.is_business_day(day) else ():
            if clock() < moment < until:
                clock.stand(moment)
                await bot.tick(moment)
                await _settled(bot, slack)
        day += timedelta(days=1)


async def _settled(bot: Urakata, slack: LocalSlack) -> None:
    """Everything is posted; that it was comes back as an event, which can wait for the next time."""
    await slack.settled()
    await bot.drain()


async def _play(slack: LocalSlack, team: Team, scene: Scene, today: date) -> None:
    person = team.people[scene.who]
    stand = Stand(slack.hand(person), team.channels[scene.where], slack.dm_with_bot(person))
    await GESTURES[scene.verb](stand, days.with_days(scene.words, today, person.locale))


def _leave_the_room(slack: LocalSlack) -> None:
    """What only one person was shown does not outlive the day, in Slack either."""
    for channel in slack.core.workspace.channels.values():
        channel.ephemerals.clear()


def _instant(today: date, scene: Scene) -> datetime:
    return datetime.combine(days.working_day(today, scene.day), time.fromisoformat(scene.at), TOKYO)
