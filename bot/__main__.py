"""The commands: `python -m bot …`, or `urakata …` once installed."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from .errors import SetupError

commands = typer.Typer(
    help="Urakata: minutes, tasks and deadlines out of chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@commands.command()
def run() -> None:
    """Run the bot, until it is told to stop."""
    from . import running, settings

    asyncio.run(running.run(settings.read()))


@commands.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from . import settings
    from .platform import migrations

    url = settings.database_url()
    before = migrations.current(url)
    migrations.upgrade(url)
    typer.echo(f"{before or 'empty'} → {migrations.head()}")


@commands.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file.")]) -> None:
    """Copy the database into FILE, while the bot runs or not; on PostgreSQL it says what to use."""
    from . import settings
    from .platform import backups

    typer.echo(f"{file}: {backups.backup(settings.database_url(), file)} bytes")


@commands.command()
def copy(to: Annotated[str, typer.Option(help="Address of an empty database.")]) -> None:
    """Copy everything into another database, to change over while the bot is stopped."""
    from . import copying, settings

    copying.copy(settings.database_url(), to, typer.echo)


@commands.command()
def check() -> None:
    """Look at settings, database, token, scopes and manifest, and say what to do."""
    from .check import run as look

    raise typer.Exit(asyncio.run(look(typer.echo)))


@commands.command()
def tick(
    at: Annotated[
        datetime | None, typer.Option(help="As if the clock stood there (ISO, UTC unless it says).")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Even if that is ahead of the real clock.")] = False,
) -> None:
    """Post what is due once, for cron or for rehearsal on a copy of the database."""
    from . import running, settings

    taken = asyncio.run(running.tick(settings.read(), at, ahead_is_meant=yes))
    typer.echo(f"{taken} due")


@commands.command()
def read(
    text: Annotated[
        list[str] | None, typer.Argument(help="What somebody wrote; else one message a line is read.")
    ] = None,
    json_lines: Annotated[
        bool,
        typer.Option(
            "--json",
            help="One message a line of stdin (a JSON string if it has several), one JSON object a line.",
        ),
    ] = False,
    at: Annotated[str | None, typer.Option(help="When it was written: ISO, with its offset.")] = None,
    lang: Annotated[str, typer.Option(help="Of the writer: ja, en, en-GB.")] = "ja",
    calendar: Annotated[str, typer.Option(help="Country whose holidays and closing days count.")] = "JP",
    names: Annotated[
        Path | None, typer.Option(help="JSON list of {id, name, real_name} who can be owners.")
    ] = None,
) -> None:
    """Show what would be understood of a text: deadline, requests, decisions."""
    from .read import read as understand

    raise typer.Exit(understand(text or [], json_lines, at, lang, calendar, names, sys.stdin, sys.stdout))


@commands.command()
def playground(
    port: Annotated[int, typer.Option(help="Port of the page; 0 for any free one.")] = 8000,
    opens: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    lang: Annotated[
        str | None, typer.Option(help="ja or en: whose eyes first, and the page's language.")
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help="The team without its last fortnight.")] = False,
    keep: Annotated[
        Path | None, typer.Option(help="A database file that stays, with FILE.slack.json beside it.")
    ] = None,
) -> None:
    """Try it in the browser, against a small local Slack with a sample team."""
    from .trial import start

    options = start.Options(port, lang, empty, keep, opens)
    raise typer.Exit(asyncio.run(start.run(options, typer.echo)))


def main() -> None:
    try:
        commands()
    except SetupError as error:
        typer.echo(f"urakata: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
