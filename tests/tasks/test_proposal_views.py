"""How proposed tasks read in a form, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from bot.platform import forms
from bot.platform.texts import Texts
from bot.playground.inputs import initial
from bot.tasks import form_views, proposal_views
from bot.tasks.model import HIGH, NORMAL, Draft
from bot.tasks.proposal_model import Around, Found, Given
from tests.payloads import NAMES, READERS, Shown, View, assert_reads_as_kept, patient, taken, taken_as_form
from tests.tasks.proposals import AROUND, FIRST, FOUND, FOUNDS, FRIDAY, PAST, SECOND
from tests.tasks.samples import LINK, NOW

MESSAGE = Draft("見積もりを更新", "全文です", "USATO", FRIDAY)


def form(texts: Texts, found: Found, around: Around = AROUND) -> View:
    rows = proposal_views.rows(found, around, texts, NOW, "proposals.others")
    hint = form_views.deadline_hint(MESSAGE, texts, NOW.date())
    return form_views.new(texts, "C1", MESSAGE, (FIRST, None), hint, rows, NOW.isoformat())


SHOWN: dict[str, Shown] = {
    "task_form_with_other_requests": lambda texts: form(texts, FOUND),
    "task_form_with_a_request_that_is_late": lambda texts: form(texts, PAST),
    "exists": lambda texts: proposal_views.exists(FOUND, AROUND, texts, NOW),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@patient
@given(FOUNDS, NAMES, READERS)
def test_any_requests_can_be_proposed_beside_a_task(found: Found, name: str, texts: Texts) -> None:
    links = {task.id: LINK for task in found.kept}
    taken_as_form(form(texts, found, Around({"USATO": name}, AROUND.messages, links)))


@patient
@given(FOUNDS.filter(lambda found: bool(found.kept)), NAMES, READERS)
def test_any_tasks_can_be_what_was_made_of_a_message(found: Found, name: str, texts: Texts) -> None:
    links = {task.id: LINK for task in found.kept}
    around = Around({"USATO": name}, AROUND.messages, links)
    taken(proposal_views.exists(found, around, texts, NOW))


def test_nothing_is_shown_where_nothing_was_asked() -> None:
    assert proposal_views.rows(Found(), AROUND, Texts("ja"), NOW) == []


def returned(**changes: Mapping[str, object]) -> list[Given]:
    """What a form brings back when only this was changed in it."""
    view = forms.form("x", "x", "x", "x", proposal_views.rows(FOUND, AROUND, Texts("ja"), NOW))
    values = initial(view["blocks"])
    for name, state in changes.items():
        values[name][forms.FIELD] |= state
    return proposal_views.given({"state": {"values": values}}, date(2026, 11, 25))


def test_an_untouched_row_comes_back_as_it_was_understood() -> None:
    first, second, third = returned()
    assert first == Given(f"{FIRST}:0", Draft("見積もりを更新", "", "USATO", FRIDAY, time(17), HIGH))
    assert second == Given(f"{FIRST}:1", Draft("来客用の会議室を変更 <A & B>", priority=NORMAL))
    assert third == Given(f"{SECOND}:0", Draft("議事録を送る", due_on=FRIDAY))


def test_a_row_that_is_not_ticked_does_not_come_back_whatever_stands_in_it() -> None:
    unticked: dict[str, Mapping[str, object]] = {
        f"keep:{FIRST}:0": {"selected_options": []},
        f"title:{FIRST}:0": {"value": None},
    }
    assert [one.key for one in returned(**unticked)] == [f"{FIRST}:1", f"{SECOND}:0"]


def test_a_time_without_a_day_is_today() -> None:
    _, second, _ = returned(**{f"due_time:{FIRST}:1": {"selected_time": "15:30"}})
    assert (second.draft.due_on, second.draft.due_time) == (date(2026, 11, 25), time(15, 30))
