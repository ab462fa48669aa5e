"""What may not be seen does not exist: every function that takes a Viewer × everybody who may not see.

Each is called twice on the same arguments, once where a private channel holds records and once where
there is no such channel. For whoever is outside both must end alike; a member gets what is there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import inspect as mapped
from sqlalchemy import select
from sqlalchemy.orm import Session

import bot
from bot.app import AUTOMATIC
from bot.deadlines import Understood
from bot.digests import reminders as digest_reminders
from bot.digests import service as digests
from bot.errors import UserError
from bot.memos import history, sources, threads, together
from bot.memos import lists as memo_lists
from bot.memos import service as memos
from bot.platform import engines, schedule
from bot.platform.filters import Filter
from bot.platform.tables import Base
from bot.platform.viewer import Viewer
from bot.reflections import evidence, goals, prompts, reminders
from bot.reflections import service as reflections
from bot.reflections.model import MET, Goal, Prompt, Reflection
from bot.reflections.model import Draft as LookBack
from bot.tasks import asking, changes, orphans, proposals, unowned
from bot.tasks import lists as task_lists
from bot.tasks import service as tasks
from bot.tasks.model import DONE, Draft, Task
from bot.tasks.proposal_model import Given, Heard, Said
from bot.workspaces import activity, automatic, mirror, nudges, settings
from bot.workspaces import service as workspaces
from bot.workspaces.settings_model import ChannelSettings
from tests import team
from tests.team import EMMA, NOW, SATO, SECRET, SUZUKI, TAKAHASHI, TEAM

ALONE = "UALONE"
"""In the private channel, and nowhere else named."""
REMOVED, GONE, STRANGER = "UREMOVED", "UGONE", "USTRANGER"
OTHER_TEAM = "T2"
MEMO, UNOWNED, OWNED = 1, 2, 3
"""The numbers of the records in the private channel."""
TS, OTHER_TS = "1764032400.000100", "1764032500.000100"
ASKED = Said(TS, None, SATO, "一人静さん、辞令の用意をお願いします")
HEARD = Heard(ASKED, Understood(None, None, (), ()))
WANTED = Given(f"{TS}:0", Draft("辞令を送る"))
EVERYTHING = together.Everything(memos.Draft(SECRET, "別の決定"), [SUZUKI], [WANTED], NOW)
WEEK_NOW, WEEK_BEFORE = date(2026, 11, 23), date(2026, 11, 16)
THESE_DAYS = Filter(since=WEEK_NOW, until=NOW.date())
SHARED = LookBack(good="人事異動が決まった", goals=("辞令を用意する",), is_shared=True)
ZONE = "Pacific/Kiritimati"
"""The private channel's clock, which nobody else has."""

EARLY = ChannelSettings(ZoneInfo(ZONE), opens=time(8))

INSIDE = {"a member": team.viewer(SUZUKI)}
OUTSIDE = {
    "a non-member": team.viewer(EMMA),
    "a removed member": team.viewer(REMOVED),
    "a guest of other channels": team.viewer(TAKAHASHI),
    "a person nobody knows": team.viewer(STRANGER),
    "a deactivated member": team.viewer(GONE),
    "a member's namesake in another team": team.viewer(SUZUKI, OTHER_TEAM),
    "a non-member in another team": team.viewer(EMMA, OTHER_TEAM),
}
Call = Callable[[Session, Viewer], object]


def behind_the_door(service: Callable[..., object], *more: object) -> Call:
    """For what takes a channel: nobody outside gets hold of one."""

    def call(session: Session, viewer: Viewer) -> object:
        return service(session, viewer, workspaces.check_place(session, viewer, SECRET), *more)

    return call


def first(session: Session, table: type[Prompt | Goal | Reflection]) -> int:
    """The id of the first there is, else one of none."""
    return session.scalar(select(table.id).order_by(table.id).limit(1)) or 0


def left_open(session: Session) -> list[int]:
    """The weeks there are, as if none had been answered."""
    for week in session.scalars(select(Reflection)):
        week.answered_at = None
    session.flush()
    return [0, *session.scalars(select(Reflection.id))]


def every_task(session: Session) -> list[int]:
    """As if their channels had been told of all."""
    for task in session.scalars(select(Task)):
        task.named_at = NOW
    session.flush()
    return [0, *session.scalars(select(Task.id))]


def everything_due(session: Session) -> list[int]:
    """As if all were due tomorrow, accepted, and the channel had a plan each day."""
    for task in session.scalars(select(Task)):
        task.due_on, task.asked_at = NOW.date() + timedelta(days=1), None
    schedule.start(session, digests.KIND, TEAM, SECRET, time(9), ZONE, NOW)
    session.flush()
    return [0, *session.scalars(select(Task.id))]


def of_task(service: Callable[..., object], *more: object) -> Call:
    """For what takes a task: nobody outside gets hold of one."""

    def call(session: Session, viewer: Viewer) -> object:
        service(session, viewer, tasks.held(session, viewer, UNOWNED), *more)
        return tasks.held(session, viewer, UNOWNED)

    return call


def of_source(service: Callable[..., object], *more: object, **named: object) -> Call:
    """For what takes a message that somebody chose: nobody outside can choose one."""

    def call(session: Session, viewer: Viewer) -> object:
        source = memos.choose(session, viewer, SECRET, OTHER_TS, TS, SATO, "決定", NOW)
        return service(session, viewer, source, *more, NOW, **named)

    return call


MATRIX: dict[Callable[..., object], Call] = {
    memos.record: lambda s, v: memos.record(s, v, memos.Draft(SECRET, "別の決定", words="別の決定"), NOW),
    memos.choose: lambda s, v: memos.choose(s, v, SECRET, TS, None, SATO, "決定", NOW),
    memos.from_message: lambda s, v: memos.from_message(s, v, SECRET, TS),
    memos.seen: lambda s, v: memos.seen(s, v, MEMO),
    memos.find: lambda s, v: memos.find(s, v, MEMO),
    memo_lists.found: lambda s, v: memo_lists.found(s, v, Filter(words="人事")),
    memo_lists.everything: lambda s, v: memo_lists.everything(s, v, Filter(channel_id=SECRET)),
    memos.edit: lambda s, v: memos.edit(s, v, MEMO, "書き換え", NOW),
    together.record: lambda s, v: together.record(s, v, EVERYTHING, NOW),
    together.add: lambda s, v: together.add(s, v, MEMO, [WANTED], NOW, NOW),
    together.undo: lambda s, v: together.undo(s, v, MEMO, NOW),
    threads.opening: of_source(threads.opening, ASKED),
    threads.aside: of_source(threads.aside, ASKED),
    threads.unread: of_source(threads.unread, ASKED),
    threads.whole: of_source(threads.whole, [ASKED], is_cut=False, is_written=False),
    memos.undo: lambda s, v: memos.undo(s, v, MEMO, NOW),
    tasks.reference: lambda s, v: tasks.reference(s, v, SECRET, NOW).zone.key,
    tasks.read: lambda s, v: tasks.read(s, v, SECRET, "一人静さん、辞令の用意をお願いします", NOW),
    tasks.read_message: lambda s, v: tasks.read_message(s, v, SECRET, "一人静さん、辞令をお願いします", NOW),
    tasks.mentionable: lambda s, v: tasks.mentionable(s, v, SECRET),
    tasks.make: behind_the_door(tasks.make, Draft("別の仕事"), NOW),
    proposals.hear: lambda s, v: proposals.hear(s, v, SECRET, [ASKED], NOW),
    proposals.already: lambda s, v: proposals.already(s, v, SECRET, TS).kept,
    proposals.find: lambda s, v: proposals.find(s, v, SECRET, [HEARD], NOW),
    proposals.of_message: lambda s, v: proposals.of_message(
        s, v, SECRET, tasks.Source(TS, None), SATO, ASKED.text, NOW
    ),
    proposals.fresh: lambda s, v: proposals.fresh(s, v, SECRET, [WANTED], NOW - timedelta(1)),
    proposals.keep: lambda s, v: proposals.keep(s, v, SECRET, [WANTED], None, NOW),
    proposals.keep_with: lambda s, v: proposals.keep_with(
        s, v, SECRET, tasks.Source(TS, None), Draft("別の仕事"), [WANTED], NOW, NOW
    ),
    tasks.create: lambda s, v: tasks.create(s, v, SECRET, [Draft("別の仕事")], NOW, "別の仕事"),
    tasks.change: lambda s, v: tasks.change(s, v, UNOWNED, Draft("書き換え"), NOW),
    tasks.close: lambda s, v: tasks.close(s, v, UNOWNED, NOW),
    tasks.reopen: lambda s, v: tasks.reopen(s, v, UNOWNED, NOW),
    tasks.take: lambda s, v: tasks.take(s, v, UNOWNED, NOW),
    tasks.find: lambda s, v: tasks.find(s, v, UNOWNED),
    task_lists.found: lambda s, v: task_lists.found(s, v, Filter(person_id=v.person_id, words="辞令")),
    task_lists.everything: lambda s, v: task_lists.everything(s, v, Filter(channel_id=SECRET)),
    task_lists.again: lambda s, v: task_lists.again(s, v, [UNOWNED, OWNED]),
    tasks.find_open: lambda s, v: tasks.find_open(s, v, UNOWNED),
    tasks.held: lambda s, v: tasks.held(s, v, UNOWNED),
    tasks.give: of_task(tasks.give, ALONE, NOW),
    tasks.changed: of_task(tasks.changed, "task.moved", NOW),
    tasks.noted: of_task(tasks.noted, "task.moved", NOW),
    asking.assign: of_task(asking.assign, ALONE, NOW),
    orphans.still: lambda s, v: orphans.still(s, v, every_task(s), NOW),
    unowned.still: lambda s, v: unowned.still(s, v, every_task(s), NOW),
    task_lists.those: lambda s, v: task_lists.those(s, v, every_task(s)),
    changes.set_due: lambda s, v: changes.set_due(s, v, UNOWNED, NOW.date(), None, NOW),
    changes.reassign: lambda s, v: changes.reassign(s, v, UNOWNED, ALONE, NOW),
    changes.drop: lambda s, v: changes.drop(s, v, UNOWNED, "もう要らない", NOW),
    changes.tick: lambda s, v: changes.tick(s, v, UNOWNED, [], [], NOW),
    changes.accept: lambda s, v: changes.accept(s, v, OWNED, NOW),
    changes.take_back: lambda s, v: changes.take_back(s, v, UNOWNED, NOW),
    changes.talk: lambda s, v: changes.talk(s, v, OWNED, NOW),
    history.erasable: lambda s, v: history.erasable(s, v, MEMO),
    history.erase: lambda s, v: (history.erase(s, v, MEMO, NOW), "erased"),  # type: ignore[func-returns-value]
    sources.keep: lambda s, v: sources.keep(s, v, MEMO, NOW),
    digests.share: lambda s, v: digests.share(s, v, SECRET, NOW),
    digest_reminders.still: lambda s, v: digest_reminders.still(s, v, everything_due(s), NOW),
    digests.for_viewer: lambda s, v: digests.for_viewer(s, v, SECRET, NOW),
    automatic.start: lambda s, v: automatic.start(s, v, SECRET, AUTOMATIC, NOW),
    automatic.resume: lambda s, v: automatic.resume(s, v, SECRET, AUTOMATIC[0], NOW),
    automatic.stop: lambda s, v: (automatic.stop(s, v, SECRET, AUTOMATIC[0], NOW), "stopped"),  # type: ignore[func-returns-value]
    automatic.keep: lambda s, v: automatic.keep(s, v, SECRET, EARLY, ["digest"], AUTOMATIC, NOW),
    task_lists.closed_by: lambda s, v: task_lists.closed_by(s, v, THESE_DAYS),
    task_lists.taken_by: lambda s, v: task_lists.taken_by(s, v, THESE_DAYS),
    evidence.collect: lambda s, v: evidence.collect(s, v, WEEK_NOW),
    prompts.find: lambda s, v: prompts.find(s, v, first(s, Prompt)),
    prompts.is_open: lambda s, v: prompts.is_open(s, v, WEEK_BEFORE, NOW),
    prompts.is_to_come: lambda s, v: prompts.is_to_come(s, v, WEEK_NOW),
    prompts.asked_about: lambda s, v: prompts.asked_about(s, v, WEEK_NOW),
    goals.of_viewer: lambda s, v: goals.of_viewer(s, v, WEEK_NOW),
    goals.shared_in: lambda s, v: goals.shared_in(s, v, SECRET, WEEK_BEFORE),
    goals.judge: lambda s, v: goals.judge(s, v, first(s, Goal), MET, NOW),
    goals.judge_all: lambda s, v: goals.judge_all(s, v, WEEK_NOW, {first(s, Goal): MET}, NOW),
    reflections.sheet: lambda s, v: reflections.sheet(s, v, WEEK_NOW, SECRET, NOW),
    reflections.answer: lambda s, v: reflections.answer(s, v, WEEK_NOW, SHARED, SECRET, NOW),
    reflections.skip: lambda s, v: reflections.skip(s, v, WEEK_NOW, NOW),
    reflections.of_week: lambda s, v: reflections.of_week(s, v, WEEK_NOW),
    reflections.find: lambda s, v: reflections.find(s, v, first(s, Reflection)),
    reminders.is_wanted: lambda s, v: reminders.is_wanted(s, v),
    reminders.still: lambda s, v: reminders.still(s, v, left_open(s), NOW),
    reminders.of: lambda s, v: reminders.of(s, v, left_open(s)),
    reminders.is_open: lambda s, v: any(
        reminders.is_open(s, v, s.get_one(Reflection, number), NOW) for number in left_open(s)[1:]
    ),
    workspaces.audience: lambda s, v: workspaces.audience(s, v, SECRET),
    workspaces.speak_in: lambda s, v: workspaces.speak_in(s, v, SECRET, "言葉"),
    workspaces.check_place: lambda s, v: workspaces.check_place(s, v, SECRET, "言葉"),
    workspaces.take_care: lambda s, v: workspaces.take_care(s, v, SECRET, ["digest"], NOW),
    workspaces.may_set: lambda s, v: workspaces.may_set(s, v, SECRET),
    settings.keep: behind_the_door(settings.keep, EARLY, NOW),
    workspaces.rest: lambda s, v: workspaces.rest(s, v, SECRET, ["digest"], NOW),
    workspaces.channels: lambda s, v: workspaces.channels(s, v, [SECRET]),
    workspaces.people_of: lambda s, v: workspaces.people_of(s, v, SECRET),
    workspaces.offer_once: behind_the_door(workspaces.offer_once, NOW),
    workspaces.as_owner: behind_the_door(workspaces.as_owner, ALONE),
}
"""How each is called on a record of the private channel."""
OF_THE_VIEWER_ALONE: set[Callable[..., object]] = {
    *(workspaces.is_admin, reminders.want, nudges.mute, nudges.unmute)
}
"""They tell nothing of any record."""


SERVICES = {
    *("service", "lists", "changes", "asking", "history", "sources", "settings", "automatic"),
    *("prompts", "goals", "evidence", "reminders", "proposals", "threads", "together", "nudges", "unowned"),
    "orphans",
}
"""What the files are called that take a Viewer."""


def modules() -> Iterator[ModuleType]:
    """Every feature's services and lists."""
    for file in sorted(Path(bot.__file__).parent.glob("*/*.py")):
        if file.stem in SERVICES:
            yield import_module(f"bot.{file.parent.name}.{file.stem}")


def takers(module: ModuleType) -> set[Callable[..., object]]:
    """The module's own public functions with a parameter that is a Viewer."""
    return {
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and _takes_viewer(function)
    }


def _takes_viewer(function: Callable[..., object]) -> bool:
    parameters = inspect.signature(function).parameters.values()
    return any("Viewer" in inspect.formatannotation(each.annotation).split(".")[-1] for each in parameters)


def named(functions: set[Callable[..., object]]) -> set[str]:
    return {f"{function.__module__}.{function.__qualname__}" for function in functions}


def test_every_function_that_takes_a_viewer_stands_in_the_matrix() -> None:
    found = {function for module in modules() for function in takers(module)}
    assert named(found) == named({*MATRIX, *OF_THE_VIEWER_ALONE})


def test_a_function_added_to_a_service_is_found_whatever_it_calls_its_viewer() -> None:
    added = ModuleType("bot.memos.service")
    source = (
        "def peek(session: object, eyes: 'Viewer | None') -> None: ...\ndef other(name: str) -> None: ..."
    )
    exec(source, added.__dict__)
    assert named(takers(added)) == {"bot.memos.service.peek"}


@pytest.fixture
def session(migrated_url: str) -> Iterator[Session]:
    """Two teams with the same people and the same open channels; nothing private."""
    engine = engines.writer(migrated_url)
    with Session(engine) as opened:
        for team_id in (TEAM, OTHER_TEAM):
            team.found(opened, team_id)
            mirror.bot_left(opened, team_id, SECRET)
            opened.delete(workspaces.channel_of(opened, team_id, SECRET))
        for person_id in (ALONE, REMOVED, GONE):
            mirror.keep_person(opened, TEAM, {"id": person_id, "name": person_id, "real_name": "一人静"})
        mirror.keep_person(opened, TEAM, {"id": GONE, "name": "gone", "deleted": True})
        opened.flush()
        yield opened
    engine.dispose()


def keep_secrets(session: Session) -> None:
    """The private channel with a memo from a message, a task nobody owns, and one of everybody outside."""
    facts = {"id": SECRET, "name": "secret", "is_private": True}
    mirror.keep_channel(session, TEAM, facts, has_bot=True).zone = ZONE
    owners = [viewer.person_id for viewer in (*INSIDE.values(), *OUTSIDE.values())]
    mirror.keep_members(session, TEAM, SECRET, {SUZUKI, SATO, ALONE, REMOVED, GONE})
    host = team.viewer(SUZUKI)
    source = memos.choose(session, host, SECRET, TS, None, SATO, "人事異動は12/1に決定", NOW)
    memos.record(session, host, memos.Draft(SECRET, "人事異動は12/1に決定", source.id), NOW)
    made = tasks.create(session, host, SECRET, [Draft("辞令を用意する")] * (1 + len(owners)), NOW)
    for one, owner in zip(made[1:], owners, strict=True):
        one.task.owner_id = owner
    made[0].task.source_ts = TS
    asking.assign(session, team.viewer(SATO), made[1].task, SUZUKI, NOW)
    workspaces.channel_of(session, TEAM, SECRET).offered_at = None
    keep_week(session, made[1:])
    mirror.leave(session, TEAM, SECRET, REMOVED)
    session.flush()


def keep_week(session: Session, made: Sequence[tasks.Made]) -> None:
    """What everybody took there, one closed task of each, a prompt, and what the host said of two weeks."""
    host, channel = team.viewer(SUZUKI), workspaces.channel_of(session, TEAM, SECRET)
    for task in (each.task for each in made):
        owner = team.viewer(task.owner_id or "")
        activity.note(session, owner, "task.taken", "task", task.id, NOW)
        closed = tasks.create(session, host, SECRET, [Draft("済んだこと")], NOW)[0].task
        closed.state, closed.closed_by, closed.closed_at = DONE, owner.person_id, NOW
    session.flush()
    reflections.answer(session, host, WEEK_BEFORE, SHARED, SECRET, NOW)
    schedule.start(session, prompts.KIND, TEAM, SECRET, time(14), ZONE, NOW)
    prompts.ask(session, channel, WEEK_NOW, False, NOW)
    reflections.answer(session, host, WEEK_NOW, LookBack(good="内緒"), SECRET, NOW)


def outcome(session: Session, call: Call, viewer: Viewer) -> object:
    """What comes of it, comparable; nothing of it stays."""
    with session.begin_nested() as attempt:
        try:
            result = described(call(session, viewer))
        except UserError as error:
            result = (error.key, error.words, error.field, error.values)
        attempt.rollback()
    session.expire_all()
    return result


def described(result: object) -> object:
    if isinstance(result, Base):
        return type(result).__name__, {
            column.key: getattr(result, column.key) for column in mapped(result).mapper.column_attrs
        }
    if is_dataclass(result) and not isinstance(result, type):
        return type(result).__name__, [described(getattr(result, each.name)) for each in fields(result)]
    if isinstance(result, list | tuple):
        return [described(each) for each in result]
    return result


def id_of(function: Any) -> str:
    return f"{function.__module__.removeprefix('bot.')}.{function.__name__}"


@pytest.mark.parametrize("service", MATRIX, ids=id_of)
def test_outside_it_is_as_if_nothing_existed_and_a_member_gets_it(
    service: Callable[..., object], session: Session
) -> None:
    call, everybody = MATRIX[service], {**INSIDE, **OUTSIDE}
    without = {who: outcome(session, call, viewer) for who, viewer in everybody.items()}
    keep_secrets(session)
    found = {who: outcome(session, call, viewer) for who, viewer in everybody.items()}
    assert {who: found[who] for who in OUTSIDE} == {who: without[who] for who in OUTSIDE}
    for who in INSIDE:
        assert found[who] != without[who]
        assert not is_refusal(found[who])


def is_refusal(result: object) -> bool:
    return isinstance(result, tuple) and len(result) == 4
