"""Instants come back as they were said, whatever the database makes of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platform import engines
from bot.platform.receipts import Receipt

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
