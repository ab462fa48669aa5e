"""Is everything in order? One line for each thing, with what to do where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from . import app, settings
from .errors import NotSaved, SetupError
from .manifest import declared, manifest
from .platform import logs, migrations, queue
from .platform.database import Database
from .platform.inbox import Envelope
from .platform.outbox import Posting
from .platform.slack import account
from .platform.slack.app import App, Auth
from .settings import Settings

Say = Callable[[str], None]
Finding = tuple[bool, str]

PARKED: dict[tuple[type[queue.Queued], str], str] = {
    (Envelope, queue.PARKED): 'inbox: {count} given up ({problem}); look for "event failed" in the log',
    (Posting, queue.PARKED): "outbox: {count} refused by Slack ({problem}); {then}",
    (Posting, queue.UNCERTAIN): "outbox: {count} in doubt ({problem}); {then}",
}
THEN = {
    queue.PARKED: "mend that in Slack, then what waits goes on by itself",
    queue.UNCERTAIN: "whoever cares for the channel was asked in a direct message whether it is there",
}


async def run(say: Say) -> int:
    """The exit code: 0 when all is well. What cannot be looked at without the rest is left out."""
    logs.configure("WARNING")
    well = True
    try:
        found = settings.read()
    except SetupError as error:
        say(_line(False, f"settings: {error}"))
        return 1
    say(_line(True, f"settings: {'Socket Mode' if found.uses_sockets else 'HTTP'}"))
    for fine, text in [*await _database(found), *await _slack(found)]:
        well = well and fine
        say(_line(fine, text))
    return 0 if well else 1


async def _database(found: Settings) -> list[Finding]:
    try:
        revision = migrations.current(found.database_url)
    except SetupError as error:
        return [(False, f"database: {error}")]
    if revision != migrations.head():
        return [(False, f"database: {_other_schema(revision)}")]
    database = Database(found.database_url)
    try:
        parked = await database.read(_parked)
    except NotSaved as error:
        return [(False, f"database: {error}")]
    finally:
        database.close()
    return [(True, f"database: schema {revision}"), *parked]


def _other_schema(revision: str | None) -> str:
    """Revisions are numbered: a later one was made by a later Urakata."""
    ours = migrations.head()
    if revision is not None and revision > ours:
        return f"schema {revision}, this code knows {ours}; update Urakata"
    return f"schema {revision or 'empty'}, this code wants {ours}; run `migrate`"


def _parked(session: Session) -> list[Finding]:
    """What Slack refused for good, or what could not be handled."""
    found = []
    for (table, state), text in PARKED.items():
        problems = session.execute(
            select(table.problem, func.count()).where(table.state == state).group_by(table.problem)
        )
        for problem, count in problems:
            found.append((False, text.format(count=count, problem=problem, then=THEN[state])))
    return found


async def _slack(found: Settings) -> list[Finding]:
    try:
        auth = await account.introduced(found)
    except SetupError as error:
        return [(False, f"token: {error} Look at the settings, and whether the app is still installed.")]
    return [(True, f"token: {auth['user']} in {auth['team']}"), *_scopes(auth), *_manifest(found, auth)]


def _scopes(auth: Auth) -> Iterator[Finding]:
    granted = {scope.strip() for scope in str(auth["scopes"]).split(",")}
    missing = sorted(declared(manifest())["scope"] - granted)
    if missing:
        yield (
            False,
            f"scopes: {', '.join(missing)} missing; update the app from manifest.yml and reinstall it",
        )
    else:
        yield True, "scopes: all there"


def _manifest(found: Settings, auth: Auth) -> Iterator[Finding]:
    differences = list(against_code(App(found.slack_api_url, "", auth)))
    for difference in differences:
        yield False, f"manifest: {difference}"
    if not differences:
        yield True, "manifest: agrees with the code"


def against_code(empty: App) -> Iterator[str]:
    """Where manifest.yml and what the code registers differ."""
    app.register(empty)
    says = declared(manifest())
    for kind in ("command", "shortcut"):
        for name in sorted(says[kind] - empty.registered[kind].keys()):
            yield f"{kind} {name} is in manifest.yml, but nothing answers it"
        for name in sorted(empty.registered[kind].keys() - says[kind]):
            yield f"{kind} {name} is missing in manifest.yml"


def _line(fine: bool, text: str) -> str:
    return f"{'ok  ' if fine else 'MEND'}  {text}"
