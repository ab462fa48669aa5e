"""How lists and exports of memos read, and that Slack and spreadsheets take them whatever people wrote."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.memos import export_views, list_views
from bot.memos.model import Edit, Memo, MemoRevision
from bot.platform import export_views as export_forms
from bot.platform import list_views as frames
from bot.platform import sheets
from bot.platform.filters import Filter
from bot.platform.pages import SIZE, Page
from bot.platform.search import LONGEST
from bot.platform.texts import LANGUAGES, Texts
from tests.memos.samples import LINK, MEMOS, NOW, SINCE, memo, source
from tests.payloads import (
    NAMES,
    READERS,
    Shown,
    View,
    assert_reads_as_kept,
    patient,
    saying,
    taken,
    taken_as_form,
)

LINES = "リリースは*12/5*に決定\n凍結は12/3 17:00です <https://a.example> & `v2.4`"
NAMED = {"USUZUKI": "鈴木", "UEMMA": "Emma", "UTANAKA": "田中部長"}
PLACES = {"C1": "#general", "C2": "#見積"}
SEVERAL = [
    memo(number=14, text=LINES, author_id="UTANAKA"),
    memo(number=13, author_id="UEMMA", channel_id="C2", recorded_at=datetime(2026, 11, 24, 20, tzinfo=UTC)),
    memo(
        number=2,
        text="次回の進め方を話し合いました。" * 50,
        recorded_at=datetime(2025, 12, 26, 3, tzinfo=UTC),
    ),
]
HERE = Filter(channel_id="C1")
NARROW = Filter("C1", "UEMMA", since=date(2026, 11, 1), until=date(2026, 11, 30), words="リリース 決定")


def listing(asked: Filter, page: Page[Memo], texts: Texts) -> View:
    return list_views.listing(asked, page, NAMED, PLACES, texts, NOW)


SHOWN: dict[str, Shown] = {
    "list": lambda texts: listing(HERE, Page(SEVERAL, 3), texts),
    "page_between": lambda texts: listing(HERE, Page(SEVERAL * 3 + SEVERAL[:1], 32, 1), texts),
    "nothing": lambda texts: listing(HERE, Page([], 0), texts),
    "search_everywhere": lambda texts: listing(Filter(words="リリース"), Page(SEVERAL, 3), texts),
    "narrowed": lambda texts: listing(NARROW, Page(SEVERAL[:1], 1), texts),
    "narrowed_to_a_place_nobody_knows": lambda texts: listing(Filter("C9"), Page([], 0), texts),
    "filter": lambda texts: frames.narrowing("memos", (), NARROW, texts),
    "filter_of_nothing": lambda texts: frames.narrowing("memos", (), Filter(), texts),
    "whole": lambda texts: list_views.whole(memo(source=source()), "鈴木", LINK, texts, NOW),
    "export": lambda texts: export_forms.form("memos", "C1", texts),
    "export_promised": lambda texts: export_forms.promised("memos", texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


SOURCE = source(ts="1.2", text="では12/5で\n# いきましょう")
KEPT = [(SEVERAL[0], None), (memo(number=15, text="=1+1 は 2", source=SOURCE), SOURCE)]
AROUND = export_views.Around(NAMED, PLACES, {1: LINK})


@pytest.mark.parametrize("write", [export_views.csv, export_views.markdown_of])
def test_a_file_reads_as_kept(write: object, snapshot: SnapshotAssertion) -> None:
    assert callable(write)
    written = {language: write(KEPT, AROUND, Texts(language), NOW).splitlines() for language in LANGUAGES}
    assert written == snapshot.use_extension(JSONSnapshotExtension)


WHOLE = memo(
    text="12/5に決定\n- 凍結は*12/3*",
    source=source(text="では12/5で\n# いきましょう", edited_at=SINCE),
)
EDITS = [
    Edit(MemoRevision(text="12/8に決定", changed_by="UTANAKA", changed_at=NOW), WHOLE.text),
    Edit(MemoRevision(text="12/8に*検討*\n<案>", changed_by="UEMMA", changed_at=SINCE), "12/8に決定"),
]


def test_the_file_of_one_memo_reads_as_kept(snapshot: SnapshotAssertion) -> None:
    written = {
        language: export_views.whole(WHOLE, EDITS, AROUND, Texts(language), NOW).splitlines()
        for language in LANGUAGES
    }
    assert written == snapshot.use_extension(JSONSnapshotExtension)


@patient
@given(st.lists(MEMOS, max_size=SIZE), st.integers(0, 10**6), saying(LONGEST), NAMES, READERS, st.booleans())
def test_any_memos_can_be_listed_whatever_was_searched(
    memos: list[Memo], number: int, words: str, name: str, texts: Texts, here: bool
) -> None:
    asked = Filter("C1" if here else "", "USUZUKI", since=NOW.date(), until=date.max, words=words)
    page = Page(memos, (number + 2) * SIZE, number)
    taken_as_form(list_views.listing(asked, page, {"USUZUKI": name}, {"C1": f"#{name}"}, texts, NOW))
    taken_as_form(frames.narrowing("memos", (), asked, texts))


@given(READERS, st.sampled_from(["memos", "tasks"]), st.sampled_from(["", "C1"]))
def test_an_export_is_asked_for_and_promised(texts: Texts, feature: str, channel_id: str) -> None:
    taken_as_form(export_forms.form(feature, channel_id, texts))
    taken_as_form(export_forms.promised(feature, texts))
    taken(export_forms.on_its_way(texts))


@patient
@given(MEMOS, NAMES, READERS)
def test_any_memo_can_be_shown_on_top_of_its_list(kept: Memo, name: str, texts: Texts) -> None:
    taken_as_form(list_views.whole(kept, name, LINK, texts, NOW))


@patient
@given(st.lists(MEMOS, max_size=5), NAMES, READERS)
def test_whatever_memos_hold_no_cell_of_their_table_runs(memos: list[Memo], name: str, texts: Texts) -> None:
    around = export_views.Around({"USUZUKI": name}, {"C1": f"#{name}"}, {})
    written = export_views.csv([(one, None) for one in memos], around, texts, NOW)
    rows = list(csv.reader(StringIO(written.removeprefix(sheets.MARK), newline="")))
    assert len(rows) == 1 + len(memos)
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple(sheets.RUNNING)]
