"""What is compared, each a server process of its own: `python -m tests.bench.sides SIDE [DATABASE_URL]`.

Prints its port, serves signed requests on loopback, ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from aiohttp import web
from slack_bolt.app.async_server import AsyncSlackAppServer
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Engine, text

from bot import settings
from bot.app import Urakata
from bot.platform import engines, http, logs, migrations
from bot.platform.clock import Clock
from tests import team

HOST = "127.0.0.1"
SECRET = "bench"
TOKEN = "xoxb-bench"
AUTH = {"team_id": team.TEAM, "team": "Team", "url": "https://team.slack.com/", "user_id": team.BOT}


async def memo(database_url: str) -> web.Application:
    """The bot as it runs over HTTP, without its workers: what they send is paced by Slack, not by us."""
    logs.configure("ERROR")
    migrations.upgrade(database_url)
    given = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "DATABASE_URL": database_url}
    bot = Urakata(settings.read(given), Clock(), AUTH)
    await bot.database.write(team.found, None)
    return http.application(bot.app, SECRET, _well)


async def noop(_database_url: str) -> web.Application:
    """Bolt that only acknowledges, when its listener is done."""
    app = _bolt(process_before_response=True)
    app.command("/memo")(_acknowledged)
    return _served(app)


async def default(database_url: str) -> web.Application:
    """Bolt as its guide begins: acknowledged once an INSERT was committed."""
    engine = engines.writer(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE notes (text TEXT, at TEXT)"))

    async def kept(ack: AsyncAck, command: dict[str, str]) -> None:
        await asyncio.to_thread(_insert, engine, command["text"])
        await ack("kept")

    app = _bolt(process_before_response=False)
    app.command("/memo")(kept)
    return _served(app)


SIDES: dict[str, Callable[[str], Awaitable[web.Application]]] = {
    "memo": memo,
    "noop": noop,
    "default": default,
}


async def _acknowledged(ack: AsyncAck) -> None:
    await ack("kept")


def _insert(engine: Engine, words: str) -> None:
    with engine.begin() as connection:
        values = {"text": words, "at": datetime.now(UTC).isoformat()}
        connection.execute(text("INSERT INTO notes VALUES (:text, :at)"), values)


def _bolt(*, process_before_response: bool) -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team.TEAM, bot_token=TOKEN, bot_user_id=team.BOT)

    return AsyncApp(
        signing_secret=SECRET, authorize=authorize, process_before_response=process_before_response
    )


def _served(app: AsyncApp) -> web.Application:
    return AsyncSlackAppServer(0, http.PATH, app, HOST).web_app


async def _well() -> dict[str, bool]:
    return {}


async def main(side: str, database_url: str) -> None:
    runner = web.AppRunner(await SIDES[side](database_url), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
