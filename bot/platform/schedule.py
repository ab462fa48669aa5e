"""Daily posts: when they are due, and that each local date has its post once.

The truth is a row per slot, unique by schedule and local date; any number of processes may ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from .tables import Base, Instant

ON_TIME = timedelta(minutes=10)
"""Later than this, a post says that it is late."""


class Schedule(Base):
    """One daily post of a channel; `wall_time` is the local time of `zone`, `due_at` its next instant.

    One that was ended stays, with the dates it had its posts on: begun again it repeats none of them.
    """

    __tablename__ = "schedules"
    __table_args__ = (UniqueConstraint("team_id", "channel_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    channel_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(32))
    wall_time: Mapped[time]
    zone: Mapped[str] = mapped_column(String(64))
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class Slot(Base):
    __tablename__ = "slots"
    __table_args__ = (UniqueConstraint("schedule_id", "local_date"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    schedule_id: Mapped[int] = mapped_column(ForeignKey("schedules.id", ondelete="CASCADE"))
    local_date: Mapped[date]
    taken_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True)
class Due:
    """A slot that was just taken; `late` is how long after its time."""

    schedule: Schedule
    local_date: date
    late: timedelta

    @property
    def is_late(self) -> bool:
        return self.late > ON_TIME


def start(
    session: Session, kind: str, team_id: str, channel_id: str, wall_time: time, zone: str, now: datetime
) -> Schedule:
    """Begin the daily post, or return the one that has begun already; the first is due from now on."""
    schedule = session.scalar(_of(kind, team_id, channel_id).with_for_update())
    if schedule and schedule.ended_at is None:
        return schedule
    schedule = schedule or Schedule(kind=kind, team_id=team_id, channel_id=channel_id)
    schedule.wall_time, schedule.zone, schedule.ended_at = wall_time, zone, None
    schedule.due_at = _next_free(session, schedule, now)
    session.add(schedule)
    session.flush()
    return schedule


def stop(session: Session, kind: str, team_id: str, channel_id: str, now: datetime) -> None:
    """End the daily post; nothing changes where there is none."""
    if schedule := find(session, kind, team_id, channel_id):
        schedule.ended_at = now


def move(
    session: Session, kind: str, team_id: str, channel_id: str, wall_time: time, zone: str, now: datetime
) -> None:
    """The daily post is at that time of that zone from now on; nothing changes where there is none.

    No date has a second post. One whose post is still to come, though its new time has passed already,
    has it at the old time, unless that lies on another date of the new zone.
    """
    schedule = session.scalar(_of(kind, team_id, channel_id).with_for_update())
    if schedule is None or (schedule.wall_time, schedule.zone) == (wall_time, zone):
        return
    day, _ = latest_until(schedule.due_at, schedule.wall_time, ZoneInfo(schedule.zone))
    schedule.wall_time, schedule.zone, moved = wall_time, zone, ZoneInfo(zone)
    at = _next_free(session, schedule, now)
    would_miss = latest_until(at, wall_time, moved)[0] > day
    if not (would_miss and schedule.due_at.astimezone(moved).date() == day):
        schedule.due_at = at


def find(session: Session, kind: str, team_id: str, channel_id: str) -> Schedule | None:
    """None also for one that was ended."""
    return session.scalar(_of(kind, team_id, channel_id).where(Schedule.ended_at.is_(None)))


def held(session: Session, kind: str, team_id: str, channel_id: str) -> Schedule | None:
    """As `find`, locked until the commit."""
    return session.scalar(_of(kind, team_id, channel_id).where(Schedule.ended_at.is_(None)).with_for_update())


def due(session: Session, now: datetime) -> Sequence[int]:
    """The ids of the schedules whose time has come."""
    come = select(Schedule.id).where(Schedule.due_at <= now, Schedule.ended_at.is_(None))
    return session.scalars(come.order_by(Schedule.id)).all()


def take(session: Session, schedule_id: int, now: datetime) -> Due | None:
    """Take the latest slot that is due and set the next; None when another process was quicker.

    Slots missed before the latest one are passed over: nobody wants Tuesday's plan on Friday.
    """
    schedule = session.get_one(Schedule, schedule_id, with_for_update=True)
    if schedule.due_at > now or schedule.ended_at:
        return None
    zone, expected = ZoneInfo(schedule.zone), schedule.due_at
    local_date, at = latest_until(now, schedule.wall_time, zone)
    schedule.due_at = next_after(now, schedule.wall_time, zone)
    taken = select(Slot.id).where(Slot.schedule_id == schedule_id, Slot.local_date == local_date)
    if session.scalar(taken) is not None:
        return None
    session.add(Slot(schedule_id=schedule_id, local_date=local_date, taken_at=now))
    session.flush()
    return Due(schedule, local_date, now - max(at, expected))


def _of(kind: str, team_id: str, channel_id: str) -> Select[Schedule]:
    return select(Schedule).where(
        Schedule.kind == kind, Schedule.team_id == team_id, Schedule.channel_id == channel_id
    )


def _next_free(session: Session, schedule: Schedule, now: datetime) -> datetime:
    """The first instant after now whose date has had no post yet."""
    zone = ZoneInfo(schedule.zone)
    at = next_after(now, schedule.wall_time, zone)
    last = session.scalar(select(func.max(Slot.local_date)).where(Slot.schedule_id == schedule.id))
    while last and latest_until(at, schedule.wall_time, zone)[0] <= last:
        at = next_after(at, schedule.wall_time, zone)
    return at


def instant_of(day: date, wall_time: time, zone: ZoneInfo) -> datetime:
    """When that wall time is on that day: the first of two, or the next that exists."""
    from_utc = datetime.combine(day, wall_time, zone).astimezone(ZoneInfo("UTC"))
    there = from_utc.astimezone(zone).replace(tzinfo=None)
    wanted = datetime.combine(day, wall_time)
    return from_utc if there == wanted else _end_of_gap(wanted, zone)


def next_after(now: datetime, wall_time: time, zone: ZoneInfo) -> datetime:
    today = now.astimezone(zone).date()
    candidates = (instant_of(today + timedelta(days=n), wall_time, zone) for n in range(-1, 4))
    return next(at for at in candidates if at > now)


def latest_until(now: datetime, wall_time: time, zone: ZoneInfo) -> tuple[date, datetime]:
    """The date the slot is for, and its instant: a gap before midnight moves it into the next day."""
    today = now.astimezone(zone).date()
    days = (today - timedelta(days=n) for n in range(-1, 4))
    slots = ((day, instant_of(day, wall_time, zone)) for day in days)
    return next((day, at) for day, at in slots if at <= now)


def _end_of_gap(wanted: datetime, zone: ZoneInfo) -> datetime:
    """The first instant after a spring-forward gap that holds the wanted wall time (PEP 495).

    With fold=1 a time in the gap is read with the new offset, which lands before the gap by its
    width; with fold=0 it lands after it by as much. The transition lies between the two.
    """
    utc = ZoneInfo("UTC")
    before = wanted.replace(tzinfo=zone, fold=1).astimezone(utc)
    after = wanted.replace(tzinfo=zone, fold=0).astimezone(utc)
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
