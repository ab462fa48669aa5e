"""What is written is committed, what is not committed is said, and nobody waits longer than Slack does."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from bot.errors import CommitInDoubt, NotSaved, Outage, SetupError
from bot.platform import engines, receipts
from bot.platform.database import Database
from bot.platform.receipts import Receipt
from bot.platform.schedule import Slot
from bot.workspaces.model import Workspace
from tests.platform.world import NOW

POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
SQLITE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def take(session: Session, key: str = "a") -> bool:
    return receipts.take(session, key, NOW)


def kept(url: str) -> set[str]:
    """What somebody else finds in the database."""
    engine = engines.reader(url)
    with Session(engine) as session:
        found = set(session.scalars(select(Receipt.key)))
    engine.dispose()
    return found


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Somebody else holds the database."""
    engine = engines.writer(url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE receipts IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


async def test_a_write_returns_after_its_commit(database: Database) -> None:
    assert await database.write(take)
    assert kept(database.url) == {"a"}


async def test_what_a_unit_raises_comes_through_and_nothing_of_it_is_kept(database: Database) -> None:
    def unit(session: Session) -> None:
        take(session)
        raise LookupError("a mistake of ours")

    with pytest.raises(LookupError, match="a mistake of ours"):
        await database.write(unit)
    assert kept(database.url) == set()


async def test_whoever_waits_for_work_is_woken_by_a_commit_and_by_nothing_else(database: Database) -> None:
    woken: list[str] = []
    database.on_commit.append(lambda: woken.append("woken"))
    await database.read(lambda session: session.get(Receipt, "a"))
    with pytest.raises(ZeroDivisionError):
        await database.write(lambda _session: 1 // 0)
    assert woken == []
    await database.write(take)
    assert woken == ["woken"]


async def test_several_writers_lose_no_update(migrated_url: str) -> None:
    databases = [Database(migrated_url) for _ in range(4)]

    def begin(session: Session) -> None:
        session.add(Workspace(team_id="T1", name="", url="", bot_user_id="", last_number=0))

    def one_more(session: Session) -> None:
        row = session.get_one(Workspace, "T1", with_for_update=True)
        row.last_number = row.last_number + 1

    await databases[0].write(begin)
    await asyncio.gather(*(databases[n % 4].write(one_more, None) for n in range(200)))
    counted = await databases[0].read(lambda session: session.get_one(Workspace, "T1").last_number)
    assert counted == 200
    for each in databases:
        each.close()


@SQLITE
async def test_units_that_wait_together_share_a_commit_and_each_has_its_own_end(database: Database) -> None:
    commits: list[object] = []
    event.listen(database._writer, "commit", commits.append)
    ended = await together(database, partial(take, key="a"), not_found, partial(take, key="a"), take_c)
    assert [ended[0], type(ended[1]), ended[2], ended[3]] == [True, LookupError, False, True]
    assert kept(database.url) == {"a", "c"}
    assert len(commits) == 1


@SQLITE
async def test_what_the_database_refuses_one_of_them_costs_the_others_nothing(database: Database) -> None:
    ended = await together(database, partial(take, key="a"), refused, not_found, take_c)
    assert [ended[0], ended[3]] == [True, True]
    assert [type(ended[1]), type(ended[2])] == [NotSaved, LookupError]
    assert kept(database.url) == {"a", "c"}


@SQLITE
async def test_when_the_whole_transaction_was_lost_each_is_written_by_itself(database: Database) -> None:
    """As when the disk is full: what comes after must not be written without a transaction."""

    def lose(session: Session) -> None:
        session.execute(text("INSERT OR ROLLBACK INTO receipts (key, taken_at) VALUES ('lost', NULL)"))

    ended = await together(database, partial(take, key="a"), lose, take_c)
    assert [ended[0], type(ended[1]), ended[2]] == [True, NotSaved, True]
    assert kept(database.url) == {"a", "c"}


@SQLITE
async def test_one_that_was_called_off_holds_up_no_other_where_the_shared_commit_is_refused(
    database: Database,
) -> None:
    free = threading.Event()
    holding = asyncio.create_task(database.write(lambda _session: free.wait(5)))
    hurried = asyncio.create_task(database.write(partial(take, key="late"), 0.01))
    writing = [asyncio.create_task(database.write(unit)) for unit in (refused, take_c)]
    await asyncio.sleep(0.1)
    free.set()
    async with asyncio.timeout(5):
        ended = await asyncio.gather(hurried, *writing, return_exceptions=True)
        await holding
    assert [type(ended[0]), type(ended[1]), ended[2]] == [Outage, NotSaved, True]
    assert kept(database.url) == {"c"}


async def together(database: Database, *units: Callable[[Session], object]) -> list[object]:
    """What came of units that had to wait for the same writer."""
    free = threading.Event()
    holding = asyncio.create_task(database.write(lambda _session: free.wait(5)))
    writing = [asyncio.create_task(database.write(unit)) for unit in units]
    await asyncio.sleep(0.05)
    free.set()
    ended = await asyncio.gather(*writing, return_exceptions=True)
    await holding
    return list(ended)


def take_c(session: Session) -> bool:
    return take(session, "c")


def not_found(session: Session) -> None:
    take(session, "lost")
    raise LookupError("a mistake of ours")


def refused(session: Session) -> None:
    take(session, "lost")
    session.execute(text("INSERT INTO receipts (key, taken_at) VALUES ('lost', NULL)"))


async def test_of_many_who_insert_the_same_key_one_is_first(migrated_url: str) -> None:
    databases = [Database(migrated_url) for _ in range(4)]
    firsts = await asyncio.gather(*(databases[n % 4].write(take, None) for n in range(20)))
    assert sum(firsts) == 1
    for each in databases:
        each.close()


@POSTGRESQL
async def test_who_loses_a_race_for_a_key_meets_the_winners_row(database: Database) -> None:
    both_looked = threading.Barrier(2)
    runs: list[int] = []

    def unit(session: Session) -> bool:
        found = session.get(Receipt, "a") is not None
        runs.append(1)
        if len(runs) <= 2:
            both_looked.wait(5)
        if not found:
            session.add(Receipt(key="a", taken_at=NOW))
            session.flush()
        return found

    assert sorted(await asyncio.gather(database.write(unit), database.write(unit))) == [False, True]
    assert len(runs) == 3


async def test_a_locked_database_is_said_within_three_seconds(database: Database) -> None:
    began = time.monotonic()
    with locked(database.url):
        waiting = [database.write(partial(take, key=key)) for key in "ab"]
        ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert time.monotonic() - began < 3
    assert isinstance(ended[0], NotSaved)
    assert isinstance(ended[1], NotSaved | CommitInDoubt)
    assert "a" not in kept(database.url)
    assert await database.write(partial(take, key="c"))


async def test_a_unit_that_is_overdue_may_still_be_committed(database: Database) -> None:
    free = threading.Event()

    def unit(session: Session) -> None:
        free.wait(5)
        take(session)

    with pytest.raises(CommitInDoubt):
        await database.write(unit, patience=0.5)
    free.set()
    database.close()
    assert kept(database.url) == {"a"}


async def test_what_an_overdue_unit_raises_is_nobodys_business(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    free = threading.Event()

    def unit(_session: Session) -> None:
        free.wait(5)
        raise LookupError("too late")

    with pytest.raises(CommitInDoubt):
        await database.write(unit, patience=0.5)
    free.set()
    await asyncio.to_thread(database.close)
    gc.collect()
    assert caplog.records == []


async def test_a_unit_that_never_began_is_certainly_not_saved(database: Database) -> None:
    free = threading.Event()
    holding = [asyncio.create_task(database.write(lambda _session: free.wait(5), None)) for _ in range(8)]
    await asyncio.sleep(0.05)
    with pytest.raises(NotSaved):
        await database.write(take, patience=0.05)
    free.set()
    holding[0].cancel()
    await asyncio.gather(*holding[1:])
    assert kept(database.url) == set()


async def test_who_had_something_committed_is_not_told_that_nothing_was_saved(database: Database) -> None:
    loop = asyncio.get_running_loop()
    with pytest.raises(NotSaved):
        await database.by(loop.time(), take).read(lambda _session: time.sleep(0.05))
    hurried = database.by(loop.time() + 5, partial(take, key="first"))
    await hurried.write(take)
    hurried.deadline = loop.time()
    with pytest.raises(CommitInDoubt):
        await hurried.read(lambda _session: time.sleep(0.05))


@POSTGRESQL
async def test_a_connection_lost_at_the_commit_leaves_it_in_doubt(database: Database) -> None:
    def unit(session: Session) -> None:
        take(session)
        pid = session.scalar(text("SELECT pg_backend_pid()"))
        _terminate(database.url, f"pid = {pid}")

    with pytest.raises(CommitInDoubt):
        await database.write(unit)
    assert await database.write(take)


@POSTGRESQL
async def test_a_server_that_came_back_is_used_again(database: Database) -> None:
    await database.read(lambda session: session.get(Receipt, "a"))
    await database.write(take)
    _terminate(database.url, "datname = current_database() AND pid <> pg_backend_pid()")
    assert await database.write(partial(take, key="b"))
    assert await database.read(lambda session: session.get(Receipt, "b")) is not None


@POSTGRESQL
async def test_a_connection_lost_after_the_work_changes_nothing_about_it(database: Database) -> None:
    def looked(session: Session) -> int:
        pid: int = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
        _terminate(database.url, f"pid = {pid}")
        return pid

    def refused(session: Session) -> None:
        looked(session)
        raise LookupError("no such thing")

    assert await database.read(looked)
    with pytest.raises(LookupError, match="no such thing"):
        await database.write(refused)


def _terminate(url: str, whom: str) -> None:
    engine = engines.migrator(url)
    with engine.begin() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {whom}"))
    engine.dispose()


async def test_what_a_reader_writes_is_not_kept(database: Database) -> None:
    async def attempt() -> None:
        await database.read(take)

    if engines.is_sqlite(database.url):
        with pytest.raises(NotSaved, match="readonly"):
            await attempt()
    else:
        await attempt()
    assert kept(database.url) == set()


async def test_a_reader_in_the_middle_of_its_work_locks_nobody_out(database: Database) -> None:
    looked, written = threading.Event(), threading.Event()

    def query(session: Session) -> bool:
        session.get(Receipt, "a")
        looked.set()
        return written.wait(5)

    reading = asyncio.create_task(database.read(query))
    await asyncio.to_thread(looked.wait, 5)
    assert await database.write(take)
    written.set()
    assert await reading


async def test_foreign_keys_are_kept(database: Database) -> None:
    orphan = Slot(schedule_id=7, local_date=NOW.date(), taken_at=NOW)
    with pytest.raises(NotSaved) as caught:
        await database.write(lambda session: session.add(orphan))
    assert isinstance(caught.value.__cause__, IntegrityError)


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all.sqlite3", "postgresql://u:hush@127.0.0.1:1/n"], ids=str.__len__
)
async def test_a_database_out_of_reach_is_said(url: str) -> None:
    database = Database(url)
    with pytest.raises(NotSaved):
        await database.write(take)
    with pytest.raises(NotSaved):
        await database.read(lambda session: session.get(Receipt, "a"))
    database.close()


@pytest.mark.parametrize("url", ["mysql://h/n", "nonsense", ""])
def test_an_address_that_is_none_is_said(url: str) -> None:
    with pytest.raises(SetupError, match=r"^DATABASE_URL"):
        Database(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_means_the_same(scheme: str) -> None:
    assert engines.normalized(f"{scheme}://u:p@h/n") == "postgresql+psycopg://u:p@h/n"


@SQLITE
async def test_on_sqlite_a_commit_is_on_disk(database: Database) -> None:
    def pragmas(session: Session) -> tuple[object, ...]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return tuple(session.scalar(text(f"PRAGMA {name}")) for name in names)

    assert await database.write(pragmas) == ("wal", 2, 1)


async def test_closing_waits_for_what_is_in_hand(migrated_url: str) -> None:
    database = Database(migrated_url)

    def unit(session: Session) -> None:
        time.sleep(0.2)
        take(session)

    writing = asyncio.create_task(database.write(unit))
    await asyncio.sleep(0.05)
    await asyncio.to_thread(database.close)
    await writing
    assert kept(migrated_url) == {"a"}


async def test_a_naive_instant_is_refused(database: Database) -> None:
    naive = Receipt(key="a", taken_at=NOW.replace(tzinfo=None))
    with pytest.raises(StatementError, match="has no time zone"):
        await database.write(lambda session: session.add(naive))
    assert kept(database.url) == set()


def test_nothing_is_written_beside_the_sqlite_file(tmp_path: Path) -> None:
    Database(f"sqlite:///{tmp_path}/x.sqlite3").close()
    assert list(tmp_path.iterdir()) == []
