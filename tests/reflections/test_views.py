"""How looking back reads, and that Slack takes it whatever people wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.texts import Texts
from bot.reflections import form_views, prompt_views, views
from bot.reflections.model import (
    CLOSED,
    DROPPED,
    KEPT,
    MET,
    PARTLY,
    TAKEN,
    Draft,
    Goal,
    Posted,
    Prompt,
    Reflection,
    Sheet,
    Trace,
)
from tests.payloads import (
    NAMES,
    READERS,
    Shown,
    assert_reads_as_kept,
    patient,
    taken,
    taken_as_form,
    taken_by_a_channel,
    texts_of,
)
from tests.reflections.samples import (
    DRAFTS,
    GENERAL,
    GOALS,
    LINK,
    NOW,
    PROMPTS,
    REFLECTIONS,
    TODAY,
    TRACED,
    WEEK,
    goal,
    prompt,
    reflection,
)

BEFORE = date(2026, 11, 16)
TRACES = [
    Trace(CLOSED, "請求書の再発行を依頼", "C1", LINK),
    Trace(CLOSED, "辞令を用意する", "C2"),
    Trace(TAKEN, "来客用の会議室を変更", "C1"),
    Trace(KEPT, "次回リリースは12/5に決定\n凍結は12/3", "C1", LINK),
]
SET = [goal(1, "FAQ「返品」を直す", MET), goal(2, "日報を毎日書く")]
NEXT = [goal(3, "棚を片付ける"), goal(4, "引き継ぎ書を書き始める")]
SAID = Draft("返信が早くなった", "", "先に相談すると早い", ("棚を片付ける",), {}, is_shared=True)
SHEET = Sheet(WEEK, Draft(), SET, TRACES, GENERAL)
WHOLE = reflection(
    good="返信が早くなった & <速い>", bad="会議が長い", learned="先に相談すると早い", goals=NEXT
)
SHARED = [reflection(id=1, goals=SET), reflection(id=2, person_id="UEMMA", goals=NEXT[:1])]
PEOPLE = {"USUZUKI": "鈴木", "UEMMA": "Emma"}

SHOWN: dict[str, Shown] = {
    "prompt": lambda texts: prompt_views.prompt(prompt(), 0, True, texts, NOW),
    "prompt_with_answers": lambda texts: prompt_views.prompt(prompt(is_late=True), 3, True, texts, NOW),
    "prompt_over": lambda texts: prompt_views.prompt(prompt(), 1, False, texts, NOW),
    "skipped": lambda texts: prompt_views.skipped(texts, True),
    "skipped_though_answered": lambda texts: prompt_views.skipped(texts, False),
    "reminder": lambda texts: prompt_views.reminder(unanswered(), prompt(), texts, NOW),
    "reminder_answered": lambda texts: prompt_views.reminder(reflection(), None, texts, NOW),
    "reminder_over": lambda texts: prompt_views.reminder(unanswered(), None, texts, NOW),
    "reminders_off": lambda texts: prompt_views.reminded(texts, False),
    "form": lambda texts: form_views.form(SHEET, "C1", texts, TODAY),
    "form_again": lambda texts: form_views.form(replace(SHEET, said=SAID), "C1", texts, TODAY),
    "form_with_last_week": lambda texts: form_views.form(replace(SHEET, earlier=BEFORE), "C1", texts, TODAY),
    "form_of_last_week_alone": lambda texts: form_views.form(Sheet(BEFORE), "", texts, TODAY),
    "saved": lambda texts: form_views.saved("", texts),
    "saved_for_the_channel": lambda texts: form_views.saved("#general", texts),
    "card": lambda texts: views.card(Posted(WHOLE, SET, TRACES[:1]), "鈴木", texts, TODAY),
    "card_of_one_line": lambda texts: views.card(Posted(reflection(bad="会議")), "Emma", texts, TODAY),
    "whole": lambda texts: views.whole(WHOLE, "鈴木", texts, TODAY),
    "goals": lambda texts: views.own_goals(SET, NEXT, True, texts),
    "goals_none": lambda texts: views.own_goals([], [], False, texts),
    "team": lambda texts: views.team(SHARED, [reflection(id=3)], PEOPLE, {3: LINK}, texts),
    "team_none": lambda texts: views.team([], [], {}, {}, texts),
}


def unanswered() -> Reflection:
    return reflection(answered_at=None, is_shared=False, channel_id=None)


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


def test_a_text_too_long_for_a_post_is_cut_there_and_whole_in_its_form() -> None:
    long = reflection(good="あ" * 3000, bad="ぬ" * 3000, learned="&" * 3000)
    card = views.card(Posted(long), "鈴木", Texts("ja"), TODAY).payload()["blocks"]
    assert card[-1]["elements"][0]["action_id"] == views.READ
    whole = views.whole(long, "鈴木", Texts("ja"), TODAY)["blocks"]
    shown = "".join(node["text"] for node in texts_of(whole))
    assert [shown.count(letter) for letter in ("あ", "ぬ", "&amp;")] == [3000, 3000, 3000]


def test_what_is_posted_elsewhere_is_told_apart_in_the_form() -> None:
    blocks = form_views.form(SHEET, "C1", Texts("ja"), TODAY)["blocks"]
    said = [node["text"] for node in texts_of(blocks)]
    here, elsewhere = (
        next(n for n, text in enumerate(said) if mark in text) for mark in ("載ります", "あなただけに")
    )
    private = next(n for n, text in enumerate(said) if "辞令" in text)
    assert here < next(n for n, text in enumerate(said) if "請求書" in text) < elsewhere < private


@patient
@given(REFLECTIONS, GOALS, TRACED, NAMES, READERS)
def test_any_week_can_be_posted_and_read_whole(
    said: Reflection, judged: list[Goal], traces: list[Trace], author: str, texts: Texts
) -> None:
    taken_by_a_channel(views.card(Posted(said, judged, traces), author, texts, TODAY))
    taken_as_form(views.whole(said, author, texts, TODAY))


@patient
@given(DRAFTS, GOALS, TRACED, st.sampled_from([None, GENERAL]), READERS)
def test_any_week_opens_a_form(
    said: Draft, judged: list[Goal], traces: list[Trace], place: Any, texts: Texts
) -> None:
    sheet = Sheet(WEEK, said, judged, traces, place, BEFORE)
    taken_as_form(form_views.form(sheet, "C1" if place else "", texts, TODAY))
    taken_as_form(form_views.saved("#general" if place else "", texts))


@patient
@given(PROMPTS, REFLECTIONS, st.integers(0, 10**6), READERS, st.booleans())
def test_any_week_can_be_asked_about_and_reminded_of(
    asked: Prompt, said: Reflection, answers: int, texts: Texts, is_open: bool
) -> None:
    taken_by_a_channel(prompt_views.prompt(asked, answers, is_open, texts, NOW))
    for mine in (said, unanswered()):
        taken(prompt_views.reminder(mine, asked if is_open else None, texts, NOW))
    taken(prompt_views.skipped(texts, is_open))
    taken(prompt_views.reminded(texts, is_open))


@patient
@given(st.lists(REFLECTIONS, max_size=30), NAMES, READERS, st.booleans())
def test_any_goals_can_be_listed(shared: list[Reflection], name: str, texts: Texts, is_on: bool) -> None:
    names = {"USUZUKI": name}
    taken(views.team(shared, shared, names, {12: LINK}, texts))
    goals = shared[0].goals if shared else []
    taken(views.own_goals(goals, goals, is_on, texts))


@pytest.mark.parametrize("outcome", [PARTLY, DROPPED])
def test_a_judged_goal_begins_the_form_with_what_was_said(outcome: str) -> None:
    sheet = replace(SHEET, goals=[goal(5, "棚", outcome)])
    blocks = form_views.form(sheet, "C1", Texts("en"), TODAY)["blocks"]
    judging = next(block for block in blocks if block.get("block_id") == "goal_5")
    assert judging["element"]["initial_option"]["value"] == outcome
