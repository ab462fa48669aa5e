"""How tasks read, and that Slack takes them whatever people wrote."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.blocks import Message
from bot.platform.texts import Name, Texts
from bot.tasks import form_views, views
from bot.tasks.model import DONE, DROPPED, HIGH, KINDS, NOTE_LIMIT, STEP_LIMIT, TITLE_LIMIT, Draft, Task
from bot.workspaces.model import Owner
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import (
    READERS,
    Shown,
    assert_reads_as_kept,
    patient,
    saying,
    taken,
    taken_as_form,
    taken_by_a_channel,
)
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, steps, task

FRIDAY = date(2026, 12, 4)
MINE = task(owner_id="USATO", **due(FRIDAY, "17:00"))
UNOWNED = task(number=13, title="来客用の会議室を変更 <A & B>", priority=HIGH)
NOTED = task(
    note="様式は共有フォルダにあります。\nhttps://a.example/form",
    source_ts="1764032400.000100",
    **due(FRIDAY),
)
EDITED = task(source_ts="1764032400.000100", source_edited_at=NOW)
ORPHANED = task(source_ts="1764032400.000100", source_gone_at=NOW)
CLOSED = task(state=DONE, closed_by="UEMMA", owner_id="USATO", note="済みました", **due(FRIDAY))
ASKED = task(owner_id="USATO", asked_at=NOW, **due(FRIDAY, "17:00"))
STEPPED = task(
    owner_id="USATO",
    kind="support",
    source_ts="1764032400.000100",
    steps=steps("単価を確認", "<送付> する", "控えを残す", done=1),
    **due(FRIDAY),
)
DROPPED_ONE = task(
    state=DROPPED, closed_by="UEMMA", reason="先方の都合で\n中止", steps=steps("単価を確認", "送付", done=1)
)
LAST_YEAR = task(number=3, title="契約書を返送", owner_id="UTANAKA", **due(date(2025, 12, 26)))
LINKS = {1: LINK}


def saved(texts: Texts, *made: tuple[Task, Draft, Owner | None], offered: bool = False) -> Message:
    shown = [block for one in made for block in views.saved(*one, texts, NOW)]
    return views.all_saved(shown, texts("task.saved_text", n=made[0][0].number), texts, offered)


def refused(problem: str) -> tuple[Task, Draft, Owner]:
    return UNOWNED, Draft("x"), Owner("UEMMA", "Emma" if problem == "owner.bot" else Name("Emma"), problem)


SHOWN: dict[str, Shown] = {
    "card": lambda texts: views.card(MINE, NAMES, None, texts, NOW),
    "card_without_owner_and_deadline": lambda texts: views.card(UNOWNED, NAMES, None, texts, NOW),
    "card_with_note_from_a_message": lambda texts: views.card(NOTED, NAMES, LINK, texts, NOW),
    "card_from_a_message_edited_since": lambda texts: views.card(EDITED, NAMES, LINK, texts, NOW),
    "card_from_a_message_deleted_since": lambda texts: views.card(ORPHANED, NAMES, LINK, texts, NOW),
    "card_of_what_is_done": lambda texts: views.card(CLOSED, NAMES, None, texts, NOW),
    "card_of_what_is_asked": lambda texts: views.card(ASKED, NAMES, None, texts, NOW),
    "card_with_steps_and_kind_of_work": lambda texts: views.card(STEPPED, NAMES, LINK, texts, NOW),
    "card_of_what_will_not_be_done": lambda texts: views.card(DROPPED_ONE, NAMES, None, texts, NOW),
    "saved": lambda texts: saved(texts, (MINE, Draft("x"), None)),
    "saved_for_somebody_else": lambda texts: saved(texts, (ASKED, Draft("x"), Owner("USATO", "佐藤", None))),
    "saved_as_the_first_of_its_channel": lambda texts: saved(texts, (MINE, Draft("x"), None), offered=True),
    "saved_without_deadline": lambda texts: saved(texts, (UNOWNED, Draft("x"), None)),
    "saved_with_no_deadline_that_could_be_read": lambda texts: saved(
        texts, (UNOWNED, Draft("x", is_read=True), None)
    ),
    "saved_with_a_day_that_has_passed": lambda texts: saved(
        texts, (UNOWNED, Draft("x", passed=date(2026, 11, 20)), None)
    ),
    "saved_with_another_weekday": lambda texts: saved(texts, (MINE, Draft("x", weekday_differs=True), None)),
    "saved_several": lambda texts: saved(texts, (MINE, Draft("x"), None), (UNOWNED, Draft("x"), None)),
    "saved_for_a_stranger": lambda texts: saved(texts, refused("owner.unknown")),
    "saved_for_an_app": lambda texts: saved(texts, refused("owner.bot")),
    "saved_for_someone_deactivated": lambda texts: saved(texts, refused("owner.gone")),
    "saved_for_someone_outside": lambda texts: saved(texts, refused("owner.outside")),
    "closed_before": lambda texts: views.closed_before(
        task(state=DONE, closed_by="UTANAKA", closed_at=NOW), NAMES, texts, NOW
    ),
    "closed": lambda texts: views.closed(MINE, texts),
    "dropped": lambda texts: views.dropped(MINE, texts),
    "moved": lambda texts: views.moved(MINE, texts, NOW),
    "moved_to_no_deadline": lambda texts: views.moved(UNOWNED, texts, NOW),
    "reassigned_to_oneself": lambda texts: views.reassigned(MINE, NAMES, texts),
    "reassigned_to_somebody_else": lambda texts: views.reassigned(ASKED, NAMES, texts),
    "reassigned_to_nobody": lambda texts: views.reassigned(UNOWNED, NAMES, texts),
    "taken": lambda texts: views.taken(MINE, texts, NOW),
    "taken_without_deadline": lambda texts: views.taken(UNOWNED, texts, NOW),
    "reopened": lambda texts: views.reopened(MINE, texts),
    "form": lambda texts: form_views.new(texts, "C1", None, None),
    "form_from_a_message": lambda texts: form_views.new(
        texts, "C1", Draft("見積もりを更新", "全文です", "USATO", FRIDAY, time(17), HIGH), ("1.2", "1.1")
    ),
    "form_to_edit": lambda texts: form_views.edit(MINE, form_views.draft_of(MINE, NOW), texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


NOBODY: dict[str, str] = {}
PEOPLE = st.one_of(st.just(NOBODY), ANY_NAMES.map(lambda name: {"USATO": name, "USUZUKI": name}))
PROBLEMS = st.sampled_from([None, "owner.unknown", "owner.bot", "owner.gone", "owner.outside"])
REFUSED = st.one_of(st.none(), st.builds(Owner, st.just("UX"), ANY_NAMES, PROBLEMS))
DRAFTS = st.builds(
    Draft,
    title=saying(TITLE_LIMIT),
    note=st.one_of(st.just(""), saying(NOTE_LIMIT)),
    owner_id=st.sampled_from([None, "USATO"]),
    due_on=st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2099, 12, 31))),
    due_time=st.one_of(st.none(), st.times()),
    passed=st.one_of(st.none(), st.dates()),
    weekday_differs=st.booleans(),
    kind=st.sampled_from([None, *KINDS]),
    steps=st.lists(saying(STEP_LIMIT), max_size=10).map(tuple),
)


@patient
@given(TASKS, PEOPLE, st.sampled_from([None, LINK]), READERS)
def test_any_task_can_stand_in_a_channel(
    shown: Task, names: dict[str, str], link: str | None, texts: Texts
) -> None:
    taken_by_a_channel(views.card(shown, names, link, texts, NOW))


@patient
@given(TASKS, PEOPLE, READERS)
def test_any_task_can_be_closed_taken_and_reopened(shown: Task, names: dict[str, str], texts: Texts) -> None:
    for message in (
        views.closed(shown, texts),
        views.closed_before(shown, names, texts, NOW),
        views.dropped(shown, texts),
        views.taken(shown, texts, NOW),
        views.moved(shown, texts, NOW),
        views.reassigned(shown, {}, texts),
        views.reopened(shown, texts),
    ):
        taken(message)


@patient
@given(st.lists(st.tuples(TASKS, DRAFTS, REFUSED), min_size=1, max_size=20), READERS, st.booleans())
def test_any_twenty_tasks_can_be_confirmed_at_once(
    made: list[tuple[Task, Draft, Owner | None]], texts: Texts, offered: bool
) -> None:
    taken(saved(texts, *made, offered=offered))


@patient
@given(TASKS, DRAFTS, REFUSED, READERS)
def test_any_confirmation_of_a_form_can_be_whispered(
    made: Task, draft: Draft, owner: Owner | None, texts: Texts
) -> None:
    taken_by_a_channel(saved(texts, (made, draft, owner), offered=True))


@patient
@given(DRAFTS, TASKS, READERS)
def test_any_draft_and_any_task_open_a_form(draft: Draft, changed: Task, texts: Texts) -> None:
    taken_as_form(form_views.new(texts, "C1", draft, ("1764032400.000100", None)))
    taken_as_form(form_views.edit(changed, form_views.draft_of(changed, NOW), texts))
