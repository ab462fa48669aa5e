"""What the plans of 1,000 channels over 100,000 open tasks cost, as a share of reading the same rows.

`python -m tests.bench.digests`. Sides alternate within a run; a figure is the median of its rounds.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

from bot.digests import service, views
from bot.platform import engines, migrations
from bot.platform.texts import Texts
from bot.tasks.model import OPEN, Task
from bot.workspaces import mirror
from bot.workspaces import service as workspaces
from bot.workspaces.model import Channel
from tests import team
from tests.bench.report import say

ROUNDS = 5
CHANNELS = 1_000
NOW = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
DAYS = (*range(-5, 0), *[0] * 5, *[1] * 5, *range(2, 5), *range(5, 62), *[None] * 25)
"""When the hundred tasks of a channel are due, in days from now."""


def furnish(url: str, channels: int) -> None:
    migrations.upgrade(url)
    engine = engines.writer(url)
    with Session(engine) as session:
        team.found(session)
        for n in range(channels):
            channel = mirror.keep_channel(session, team.TEAM, {"id": f"C{n}"}, has_bot=True)
            channel.language, channel.zone = "ja", "Asia/Tokyo"
        session.flush()
        add_tasks(session.connection(), channels)
        session.commit()
    engine.dispose()


def add_tasks(connection: Connection, channels: int) -> None:
    common = {"team_id": team.TEAM, "note": "", "state": OPEN, "author_id": team.SUZUKI, "created_at": NOW}
    for n in range(channels):
        rows = [
            {
                **common,
                "channel_id": f"C{n}",
                "number": n * len(DAYS) + which + 1,
                "title": "修理日程をお客様へ返信",
                "owner_id": team.SATO if which % 3 else None,
                "priority": "high" if which % 7 == 0 else "normal",
                "due_on": None if days is None else (NOW + timedelta(days=days)).date(),
                "due_at": NOW + timedelta(days=days, hours=6) if days is not None and which % 2 else None,
            }
            for which, days in enumerate(DAYS)
        ]
        connection.execute(insert(Task), rows)


def read_rows(file: Path) -> None:
    """The raw driver on the rows a plan is made of."""
    columns = ", ".join(column.name for column in Task.__table__.columns)
    statement = f"SELECT {columns} FROM tasks WHERE state = 'open' ORDER BY channel_id, due_on, due_at"
    with sqlite3.connect(file) as connection:
        connection.execute(statement).fetchall()
    connection.close()


def make_plans(session: Session) -> None:
    for channel in session.query(Channel).where(Channel.zone.is_not(None)):
        service.of_channel(session, channel, NOW)
    session.expunge_all()


def render_plans(session: Session) -> None:
    texts = Texts("ja")
    for channel in session.query(Channel).where(Channel.zone.is_not(None)):
        plan = service.of_channel(session, channel, NOW)
        names, links = service.surroundings(session, plan)
        now = workspaces.local(NOW, channel.zone)
        views.digest(plan, names, links, texts, now).payload()
    session.expunge_all()


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def figures(folder: Path, channels: int) -> dict[str, list[float]]:
    """Seconds of each round by what was done."""
    file = folder / f"{channels}.sqlite3"
    url = f"sqlite:///{file}"
    furnish(url, channels)
    engine = engines.reader(url)
    spent: dict[str, list[float]] = {"rows": [], "plans": [], "rendered": []}
    with Session(engine) as session:
        for _ in range(ROUNDS):
            spent["rows"].append(seconds(lambda: read_rows(file)))
            spent["plans"].append(seconds(lambda: make_plans(session)))
            spent["rendered"].append(seconds(lambda: render_plans(session)))
    engine.dispose()
    return spent


def ratio(spent: dict[str, list[float]], work: str) -> float:
    return median(a / b for a, b in zip(spent[work], spent["rows"], strict=True))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="urakata-bench-") as folder:
        few, many = figures(Path(folder), CHANNELS // 10), figures(Path(folder), CHANNELS)
    times = {work: median(rounds) for work, rounds in many.items()}
    detail = f"{times['plans']:.2f} s against {times['rows']:.2f} s"
    say("plans of 1,000 channels / raw driver", ratio(many, "plans"), "<= 1.3", detail)
    detail = f"{times['rendered']:.2f} s against {times['rows']:.2f} s"
    say("the same, rendered / raw driver", ratio(many, "rendered"), "<= 2.5", detail)
    growth = times["rendered"] / median(few["rendered"]) / 10
    say("ten times the channels and tasks / ten times the time", growth, "about 1", "rendered")


if __name__ == "__main__":
    main()
