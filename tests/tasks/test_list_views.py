"""How lists and exports of tasks read, and that Slack and spreadsheets take them whatever people wrote."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.platform import export_views as export_forms
from bot.platform import filters, sheets
from bot.platform import list_views as frames
from bot.platform.filters import Filter
from bot.platform.pages import SIZE, Page
from bot.platform.search import LONGEST
from bot.platform.texts import LANGUAGES, Texts
from bot.tasks import export_views, list_views
from bot.tasks.list_views import STATES, Around
from bot.tasks.model import DONE, HIGH, Task
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import READERS, Shown, View, assert_reads_as_kept, patient, saying, taken_as_form
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task

FRIDAY = date(2026, 12, 4)
CLOSED_AT = datetime(2026, 11, 24, 6, tzinfo=UTC)
TASKS_SHOWN = [
    task(number=3, title="契約書を返送", owner_id="UTANAKA", **due(date(2025, 12, 26))),
    task(owner_id="USATO", note="様式は共有フォルダ\n- ２枚目だけ", **due(FRIDAY, "17:00")),
    task(id=2, number=13, title="来客用の会議室を変更 <A & B>", priority=HIGH, channel_id="C2"),
    task(id=3, number=14, title="済んだ仕事", state=DONE, closed_by="UEMMA", closed_at=CLOSED_AT),
]
AROUND = Around(NAMES, {"C1": "#general", "C2": "ダイレクトメッセージ"}, {1: LINK})
NARROW = Filter("C1", "USATO", filters.CLOSED, date(2026, 11, 1), date(2026, 11, 30), "請求書")


def listing(asked: Filter, page: Page[Task], texts: Texts) -> View:
    return list_views.listing(asked, page, AROUND, texts, NOW)


SHOWN: dict[str, Shown] = {
    "list": lambda texts: listing(Filter("C1", state=filters.OPEN), Page(TASKS_SHOWN, 4), texts),
    "mine_from_everywhere": lambda texts: listing(
        Filter(person_id="USATO", state=filters.OPEN), Page(TASKS_SHOWN, 34, 2), texts
    ),
    "unowned": lambda texts: listing(Filter("C1", state=filters.UNOWNED), Page(TASKS_SHOWN[2:3], 1), texts),
    "nothing": lambda texts: listing(Filter("C1", state=filters.OPEN), Page([], 0), texts),
    "narrowed": lambda texts: listing(NARROW, Page(TASKS_SHOWN[3:], 1), texts),
    "filter": lambda texts: frames.narrowing("tasks", STATES, NARROW, texts),
    "export": lambda texts: export_forms.form("tasks", "C1", texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@pytest.mark.parametrize("write", [export_views.csv, export_views.markdown_of])
def test_a_file_reads_as_kept(write: object, snapshot: SnapshotAssertion) -> None:
    assert callable(write)
    written = {
        language: write(TASKS_SHOWN, AROUND, Texts(language), NOW).splitlines() for language in LANGUAGES
    }
    assert written == snapshot.use_extension(JSONSnapshotExtension)


@patient
@given(
    st.lists(TASKS, max_size=SIZE),
    st.integers(0, 10**6),
    st.sampled_from(STATES),
    saying(LONGEST),
    ANY_NAMES,
    READERS,
    st.booleans(),
)
def test_any_tasks_can_be_listed_whatever_was_searched(
    tasks: list[Task], number: int, state: str, words: str, name: str, texts: Texts, here: bool
) -> None:
    asked = Filter("C1" if here else "", "USATO", state, NOW.date(), date.max, words)
    around = Around({"USATO": name}, {"C1": f"#{name}"}, {one.id: LINK for one in tasks} if here else {})
    taken_as_form(list_views.listing(asked, Page(tasks, (number + 2) * SIZE, number), around, texts, NOW))
    taken_as_form(frames.narrowing("tasks", STATES, asked, texts))


@patient
@given(st.lists(TASKS, max_size=5), ANY_NAMES, READERS)
def test_whatever_tasks_hold_no_cell_of_their_table_runs(tasks: list[Task], name: str, texts: Texts) -> None:
    around = Around({"USATO": name}, {"C1": f"#{name}"}, {})
    written = export_views.csv(tasks, around, texts, NOW)
    rows = list(csv.reader(StringIO(written.removeprefix(sheets.MARK), newline="")))
    assert len(rows) == 1 + len(tasks)
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple(sheets.RUNNING)]
