"""How the memo form reads at each stage, and that Slack takes it whatever a thread holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.memos import form_views
from bot.memos.model import TEXT_LIMIT, Memo
from bot.memos.thread_model import Reach, Reading
from bot.memos.threads import MOST_MESSAGES, MOST_PEOPLE
from bot.platform.forms import METADATA_LIMIT
from bot.platform.texts import Texts
from bot.tasks.proposal_model import Found
from tests.memos.samples import LINK, MEMOS, NOW, memo, source
from tests.payloads import READERS, Shown, View, assert_reads_as_kept, patient, saying, taken_as_form
from tests.tasks.proposals import AROUND, FOUND, FOUNDS, PAST

LONG = "次回リリースの進め方について、全員で話し合いました。" * 150
LINES = "リリースは*12/5*に決定\n凍結は12/3 17:00です <https://a.example> & `v2.4`"
DECIDED = "次回リリースは12/5に決定"
READ = Reading(Reach.THREAD, DECIDED, True, "会場はA棟に決定", ["USUZUKI", "USATO"], FOUND)
SOURCE = source(text=LINES, thread_ts="1764032000.000100")


def form(texts: Texts, reading: Reading) -> View:
    return form_views.from_message(SOURCE, LINK, reading, AROUND, MOST_MESSAGES, texts, NOW)


SHOWN: dict[str, Shown] = {
    "form": lambda texts: form_views.new(texts, "C1"),
    "form_from_a_message": lambda texts: form(texts, Reading(Reach.MESSAGE, LINES, False, people=["USATO"])),
    "form_from_a_message_too_long": lambda texts: form(texts, Reading(Reach.MESSAGE, LONG, False)),
    "form_while_the_thread_is_read": lambda texts: form(texts, Reading(Reach.READING, DECIDED, True)),
    "form_of_who_did_not_wait": lambda texts: form(texts, Reading(Reach.ASIDE, LINES, False)),
    "form_from_a_thread": lambda texts: form(texts, READ),
    "form_from_the_beginning_of_a_thread": lambda texts: form(texts, Reading(Reach.CUT, DECIDED, True)),
    "form_from_a_thread_that_cannot_be_read": lambda texts: form(texts, Reading(Reach.UNREAD, LINES, False)),
    "form_from_a_thread_with_what_has_passed": lambda texts: form(
        texts, Reading(Reach.THREAD, DECIDED, True, found=PAST)
    ),
    "waiting": lambda texts: form_views.waiting(SOURCE, texts),
    "form_of_requests": lambda texts: form_views.requests(memo(), PAST, AROUND, texts, NOW),
    "form_of_requests_that_are_tasks": lambda texts: form_views.requests(
        memo(), Found([], FOUND.kept), AROUND, texts, NOW
    ),
    "form_of_no_requests": lambda texts: form_views.requests(memo(), Found(), AROUND, texts, NOW),
    "form_to_edit": lambda texts: form_views.edit(memo(text=LINES), texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


READINGS = st.builds(
    Reading,
    reach=st.sampled_from(Reach),
    text=saying(40_000),
    decides=st.booleans(),
    beside=st.one_of(st.just(""), saying(40_000)),
    people=st.lists(st.integers(1, 10**9).map(lambda n: f"U{n:010}"), max_size=MOST_PEOPLE, unique=True),
    found=FOUNDS,
)


@patient
@given(READINGS, READERS)
def test_any_thread_fits_into_the_form(reading: Reading, texts: Texts) -> None:
    shown = form(texts, reading)
    taken_as_form(shown)
    assert len(shown["private_metadata"]) < METADATA_LIMIT / 10
    taken_as_form(form_views.requests(memo(), reading.found, AROUND, texts, NOW))


@patient
@given(MEMOS, saying(40_000), READERS, st.sampled_from(["", "C1"]))
def test_any_message_can_be_waited_for_and_any_memo_begun_and_edited(
    kept: Memo, said: str, texts: Texts, channel_id: str
) -> None:
    taken_as_form(form_views.new(texts, channel_id))
    taken_as_form(form_views.waiting(source(text=said), texts))
    taken_as_form(form_views.edit(kept, texts))


def test_what_is_decided_beside_the_text_is_kept_below_it() -> None:
    assert form_views.text_given({"text": "A", "beside": "B"}) == "A\nB"
    assert form_views.text_given({"text": "A", "beside": None}) == "A"
    assert form_views.text_given({"text": None}) == ""


def test_only_a_form_with_a_text_may_have_been_written_in() -> None:
    texts = Texts("ja")
    assert form_views.is_written(form(texts, READ))
    assert not form_views.is_written(form_views.waiting(SOURCE, texts))


def test_a_text_longer_than_a_memo_is_clipped_and_says_so() -> None:
    text = form(Texts("ja"), Reading(Reach.MESSAGE, LONG, False))["blocks"][0]
    assert len(text["element"]["initial_value"]) == TEXT_LIMIT
    assert "3000文字" in text["hint"]["text"]
