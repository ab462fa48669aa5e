"""Instants and new rows are what was said, whatever the database makes of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platform import engines, tables
from bot.platform.outbox.table import Posting
from bot.platform.receipts import Receipt

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
SUMMER = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@given(st.datetimes(timezones=st.timezones()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_an_instant_of_any_zone_comes_back_as_the_same_in_utc(migrated_url: str, at: datetime) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        session.add(Receipt(key="a", taken_at=at))
        session.flush()
        session.expire_all()
        found = session.get_one(Receipt, "a").taken_at
    engine.dispose()
    assert found == at.astimezone(UTC)
    assert found.tzinfo is UTC


def test_both_of_an_hour_that_comes_twice_are_kept_apart(migrated_url: str) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        session.add_all([Receipt(key=f"{fold}", taken_at=SUMMER.replace(fold=fold)) for fold in (0, 1)])
        session.flush()
        session.expire_all()
        first, second = session.scalars(select(Receipt.taken_at).order_by(Receipt.taken_at))
    engine.dispose()
    assert second - first == timedelta(hours=1)


def test_instants_compare_in_the_database_as_they_do_outside(migrated_url: str) -> None:
    tokyo = datetime(2026, 11, 25, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        session.add(Receipt(key="a", taken_at=tokyo))
        session.flush()
        same = session.scalar(select(Receipt.key).where(Receipt.taken_at == tokyo.astimezone(UTC)))
    engine.dispose()
    assert same == "a"


def test_a_row_that_is_inserted_is_what_a_flushed_one_would_be(migrated_url: str) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        flushed = waiting()
        session.add(flushed)
        inserted = tables.insert(session, waiting())
        said = [values(row) for row in (flushed, inserted)]
        session.expire_all()
        assert said == [values(row) for row in (flushed, inserted)]
    engine.dispose()
    own = {"id", "uid"}
    assert {name: value for name, value in said[0].items() if name not in own} == {
        name: value for name, value in said[1].items() if name not in own
    }


def test_what_becomes_of_an_inserted_row_is_kept(migrated_url: str) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        inserted = tables.insert(session, waiting())
        inserted.arguments = {"channel": "C2"}
        session.flush()
        session.expire_all()
        assert session.scalars(select(Posting.arguments)).all() == [{"channel": "C2"}]
    engine.dispose()


def waiting() -> Posting:
    return Posting(
        team_id="T1",
        lane="C1",
        method="chat.postMessage",
        arguments={"channel": "C1"},
        created_at=NOW,
        not_before=NOW,
    )


def values(row: Posting) -> dict[str, object]:
    return {column.name: getattr(row, column.name) for column in tables.table_of(Posting).columns}
