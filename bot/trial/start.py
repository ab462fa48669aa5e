"""Starting the playground: the bot as a process of its own, against a local Slack with the sample team."""

from __future__ import annotations

import asyncio
import errno
import sys
import tempfile
import webbrowser
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from .. import settings
from ..errors import SetupError
from ..manifest import declared, manifest
from ..platform import logs
from ..playground import LocalSlack
from ..playground.clock import Almanac, MovableClock
from ..playground.keeping import keeping, restore
from ..playground.launch import environment, serve
from ..playground.tour import Tour
from .days import TOKYO, free_days
from .team import FIRST, Team, gather, met

Say = Callable[[str], None]
Tell = Callable[[LocalSlack, Team, MovableClock, settings.Settings], Awaitable[None]]
MakeTour = Callable[[set[str], set[str]], Tour]

WELCOME = """{url}

  Open it in a browser: the guided tour at the side takes ten minutes. Or type in a channel:
    /memo 次回リリースは12/5に決定        /memo we go with plan B
    /task 見積もりを更新 @sato 金曜17時まで  /task update the estimate @sato by Friday
  At the top you choose whose eyes you look through.
  Ctrl-C ends it; {kept}."""


@dataclass(frozen=True)
class Options:
    """`language` decides whose eyes come first, and the page's labels; without it each person's own."""

    port: int
    language: str | None = None
    empty: bool = False
    keep: Path | None = None
    opens: bool = False


@dataclass(frozen=True)
class Places:
    """`workspace` is None where nothing is kept."""

    database: Path
    clock: Path
    workspace: Path | None


async def run(options: Options, say: Say) -> int:
    """Until Ctrl+C. Raises SetupError for a port, a language or a file that cannot be used."""
    if options.language not in (None, *FIRST):
        raise SetupError(f"--lang {options.language}: only {' and '.join(FIRST)} are spoken here.")
    try:
        with _places(options.keep) as places:
            return await _serve(options, places, say)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise SetupError(f"port {options.port} cannot be used; --port 0 takes any free one.") from error


@contextmanager
def _places(keep: Path | None) -> Iterator[Places]:
    """The clock's file is never kept: where the clock stands is part of the workspace."""
    with tempfile.TemporaryDirectory(prefix="urakata-") as folder:
        temporary = Path(folder)
        clock = temporary / "clock"
        if keep is None:
            yield Places(temporary / "playground.sqlite3", clock, None)
            return
        workspace = keep.with_name(f"{keep.name}.slack.json")
        if keep.exists() and not workspace.exists():
            raise SetupError(f"{keep} exists and is not a playground's; give --keep another name.")
        yield Places(keep.absolute(), clock, workspace)


async def _serve(options: Options, places: Places, say: Say) -> int:
    clock = MovableClock()
    slack = LocalSlack(manifest(), clock=clock, port=options.port, name="Sample team")
    slack.desk.almanac = Almanac(TOKYO, free_days)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(slack)
        about = _environment(places)
        team, done = _people(slack, places.workspace)

        async def prepare() -> None:
            """Once the clock is written the bot begins."""
            tell, tour = await asyncio.to_thread(_with_the_bot)
            if team and not options.empty:
                logs.configure("ERROR")
                await tell(slack, team, clock, settings.read(environment(slack, about)))
                slack.core.wire.forget()
            slack.desk.tour = tour(declared(manifest())["command"], done)
            if places.workspace is not None:
                await stack.enter_async_context(keeping(slack.core, places.workspace))
            clock.on_move.append(lambda ahead: _write(places.clock, ahead))
            _write(places.clock, clock.ahead)

        command = [sys.executable, "-m", "bot.trial.process", str(places.clock)]
        return await serve(slack, command, about, lambda line: _announce(line, slack, options, say), prepare)


def _people(slack: LocalSlack, workspace: Path | None) -> tuple[Team | None, set[str]]:
    """What was kept, and the steps of the tour done in it; else the sample team."""
    if workspace is not None and workspace.exists():
        return None, restore(slack.core, workspace)
    return gather(slack), set()


def _with_the_bot() -> tuple[Tell, MakeTour]:
    """The bot takes its time to load: the page is there meanwhile."""
    from .telling import tell
    from .tour import tour

    return tell, tour


def _environment(places: Places) -> dict[str, str]:
    return {
        "DATABASE_URL": f"sqlite:///{places.database}",
        "HOST": "127.0.0.1",
        "PORT": "0",
        "LOG_LEVEL": "WARNING",
    }


def _write(file: Path, ahead: timedelta) -> None:
    """In one step: the bot may be reading."""
    fresh = file.with_suffix(".new")
    fresh.write_text(str(ahead.total_seconds()))
    fresh.replace(file)


def _announce(line: str, slack: LocalSlack, options: Options, say: Say) -> None:
    if line != slack.url:
        say(line)
        return
    url = _address(slack, options.language)
    say(
        WELCOME.format(url=url, kept=f"{options.keep} keeps all of it" if options.keep else "nothing is kept")
    )
    if options.opens:
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, url)


def _address(slack: LocalSlack, language: str | None) -> str:
    if language is None:
        return slack.url
    team, (person, channel) = met(slack), FIRST[language]
    place = {"as": team.people[person].id, "channel": team.channels[channel].id, "lang": language}
    return f"{slack.url}/?{urlencode(place)}"
