"""The form of a week. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.texts import Texts
from ..platform.weeks import WEEK, last_day, week_of
from ..workspaces import views as workspace_views
from . import views
from .model import GOAL_LIMIT, MOST_GOALS, OUTCOMES, PARTS, TEXT_LIMIT, Draft, Goal, Sheet, Trace

SAVE, EARLIER = "weekly.save", "weekly.earlier"
ME, CHANNEL = "me", "channel"
JUDGED = "goal_"
"""Begins the names of the inputs that judge a goal; its id follows."""


def form(sheet: Sheet, channel_id: str, texts: Texts, today: date) -> dict[str, Any]:
    """`channel_id` is where it was opened; `today` is on the viewer's clock."""
    is_this_week = sheet.week >= week_of(today)
    return forms.form(
        SAVE,
        texts("weekly.form" if is_this_week else "weekly.form_last"),
        texts("form.save"),
        texts("form.cancel"),
        [*_known(sheet, texts, today), *_judging(sheet.goals, texts), *_fields(sheet, is_this_week, texts)],
        week=sheet.week.isoformat(),
        channel=channel_id,
    )


def given(view: dict[str, Any]) -> Draft:
    """What the form was filled with."""
    values = forms.given(view)
    outcomes = {
        int(name.removeprefix(JUDGED)): value
        for name, value in values.items()
        if name.startswith(JUDGED) and value
    }
    return Draft(
        **{part: values[part] or "" for part in PARTS},
        goals=tuple((values["goals"] or "").splitlines()),
        outcomes=outcomes,
        is_shared=values.get("share") == CHANNEL,
    )


def saved(place: str, texts: Texts) -> dict[str, Any]:
    """In place of the form; `place` is where it was posted, empty for one's own eyes alone."""
    text = texts.mrkdwn("weekly.saved_shared", place=place) if place else texts.mrkdwn("weekly.saved")
    shown: list[Block] = [blocks.section(text)]
    if not place:
        shown.append(blocks.context(texts.mrkdwn("private.note")))
    return forms.notice(texts("weekly.form_saved"), texts("form.close"), shown)


def _known(sheet: Sheet, texts: Texts, today: date) -> Iterator[Block]:
    """The days it is about, and what was done in them."""
    first, last = (texts.day(day, today) for day in (sheet.week, last_day(sheet.week)))
    period = texts.mrkdwn("weekly.period", first=first, last=last)
    earlier = sheet.week - WEEK
    yield blocks.section(
        period,
        blocks.button(texts("weekly.earlier"), EARLIER, earlier.isoformat()) if sheet.earlier else None,
    )
    here = sheet.place.id if sheet.place else ""
    yield from _traces([one for one in sheet.traces if one.channel_id == here], "weekly.traces_here", texts)
    yield from _traces([one for one in sheet.traces if one.channel_id != here], "weekly.traces", texts)


def _traces(traces: Sequence[Trace], key: str, texts: Texts) -> Iterator[Block]:
    if traces:
        yield blocks.context(texts.mrkdwn(key))
        yield from (blocks.section(lines) for lines in views.traces(traces, texts))


def _judging(goals: Sequence[Goal], texts: Texts) -> Iterator[Block]:
    choices = forms.options({outcome: texts(f"weekly.goal_{outcome}") for outcome in OUTCOMES})
    if goals:
        yield blocks.section(markup.bold(texts("weekly.judge")))
    for goal in goals:
        yield forms.choice_input(f"{JUDGED}{goal.id}", goal.text, choices, goal.outcome, optional=True)


def _fields(sheet: Sheet, is_this_week: bool, texts: Texts) -> Iterator[Block]:
    said = sheet.said
    for part in PARTS:
        label, text = texts(f"weekly.{part}"), getattr(said, part)
        yield forms.text_input(part, label, text, TEXT_LIMIT, multiline=True, optional=True)
    yield forms.text_input(
        "goals",
        texts("weekly.goals" if is_this_week else "weekly.goals_last", most=MOST_GOALS),
        "\n".join(said.goals),
        multiline=True,
        optional=True,
        hint=texts("weekly.hint_goals", limit=GOAL_LIMIT),
    )
    if sheet.place:
        yield _share(sheet, workspace_views.places([sheet.place], texts)[sheet.place.id], texts)
    yield blocks.context(texts.mrkdwn("private.note_shared" if sheet.place else "private.note"))


def _share(sheet: Sheet, place: str, texts: Texts) -> Block:
    choices = forms.options(
        {ME: texts("weekly.share_me"), CHANNEL: texts("weekly.share_channel", place=markup.clip(place, 40))}
    )
    chosen = CHANNEL if sheet.said.is_shared else ME
    return forms.radio_input("share", texts("weekly.share"), choices, chosen)
