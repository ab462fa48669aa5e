"""Looking back on a week. Takes a session, never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..platform.weeks import WEEK, week_of
from ..workspaces import activity, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Channel
from . import evidence, goals, prompts
from .filling import checked, fill
from .model import CARD, PARTS, PROMPT_CARD, Draft, Posted, Reflection, Sheet


def sheet(
    session: Session, viewer: Viewer, week: date, channel_id: str, now: datetime, words: str = ""
) -> Sheet:
    """The form for that week with what is known already; `words` come after what was said before.

    `channel_id` is where it was opened. Raises UserError for a week that is over.
    """
    _check_open(session, viewer, week, now)
    mine = of_week(session, viewer, week)
    place = _place(session, viewer, mine, channel_id)
    before = week - WEEK
    return Sheet(
        week,
        _said(session, viewer, mine, place, words),
        goals.of_viewer(session, viewer, week),
        evidence.collect(session, viewer, week),
        place,
        before if week_of(now.date()) == week and prompts.is_open(session, viewer, before, now) else None,
    )


def answer(
    session: Session, viewer: Viewer, week: date, draft: Draft, channel_id: str, now: datetime
) -> Reflection:
    """Keep what somebody says of their week, anew each time they say it.

    It stands where it was first shared. Raises UserError for a week that is over, for nothing said and
    for a channel in which it cannot be shared.
    """
    _check_open(session, viewer, week, now)
    draft = checked(draft)
    reflection = _held(session, viewer, week)
    verb = "reflection.edited" if reflection.answered_at else "reflection.answered"
    fill(reflection, draft)
    goals.judge_all(session, viewer, week, draft.outcomes, now)
    if draft.is_shared and reflection.channel_id is None:
        reflection.channel_id = workspaces.check_place(session, viewer, channel_id).id
    reflection.is_shared, reflection.skipped_at = draft.is_shared, None
    reflection.answered_at = reflection.answered_at or now
    session.flush()
    activity.note(session, viewer, verb, CARD, reflection.id, now)
    _show(session, viewer, reflection, now)
    return reflection


def skip(session: Session, viewer: Viewer, week: date, now: datetime) -> bool:
    """Leave the week out; False when it was answered already."""
    _check_open(session, viewer, week, now)
    reflection = _held(session, viewer, week)
    if reflection.answered_at is None and reflection.skipped_at is None:
        reflection.skipped_at = now
        activity.note(session, viewer, "reflection.skipped", CARD, reflection.id, now)
        cards.changed(session, CARD, reflection.id, now)
    return reflection.answered_at is None


def of_week(session: Session, viewer: Viewer, week: date) -> Reflection | None:
    """The viewer's own."""
    return session.scalar(visibility.own(Reflection, viewer).where(Reflection.week == week))


def find(session: Session, viewer: Viewer, reflection_id: int) -> Reflection:
    """Raises UserError when there is none that this viewer may see."""
    visible = visibility.own_or_shared(Reflection, viewer).where(Reflection.answered_at.is_not(None))
    reflection = session.scalar(visible.where(Reflection.id == reflection_id))
    if reflection is None:
        raise UserError("weekly.gone")
    return reflection


def posted(session: Session, reflection_id: int) -> Posted | None:
    """What its card shows, of which nothing was said or done elsewhere; None while it is shared nowhere."""
    reflection = session.get_one(Reflection, reflection_id)
    if not reflection.is_shared or reflection.channel_id is None:
        return None
    author = workspaces.viewer(session, reflection.team_id, reflection.person_id, reflection.channel_id)
    before = _before(session, reflection)
    judged = [goal for goal in before.goals if goal.outcome] if before else []
    traces = evidence.collect(session, author, reflection.week)
    return Posted(
        reflection, judged, [trace for trace in traces if trace.channel_id == reflection.channel_id]
    )


def links(session: Session, shared: Sequence[Reflection]) -> dict[int, str]:
    """Where they stand, by id; missing until they do."""
    found = cards.first_ts(session, CARD, [reflection.id for reflection in shared])
    return {
        reflection.id: workspaces.permalink(session, reflection.team_id, *found[reflection.id])
        for reflection in shared
        if reflection.id in found
    }


def names(session: Session, shared: Sequence[Reflection]) -> Mapping[str, str]:
    team_id = shared[0].team_id if shared else ""
    return workspaces.names(session, team_id, {reflection.person_id for reflection in shared})


def _check_open(session: Session, viewer: Viewer, week: date, now: datetime) -> None:
    if not prompts.is_open(session, viewer, week, now):
        raise UserError("weekly.closed")


def _held(session: Session, viewer: Viewer, week: date) -> Reflection:
    """The viewer's row of that week, locked until the commit. Of two new ones at once the key decides."""
    mine = visibility.own(Reflection, viewer).where(Reflection.week == week)
    if found := session.scalar(mine.with_for_update()):
        return found
    reflection = Reflection(team_id=viewer.team_id, person_id=viewer.person_id, week=week, is_shared=False)
    session.add(reflection)
    session.flush()
    return reflection


def _place(session: Session, viewer: Viewer, mine: Reflection | None, channel_id: str) -> Channel | None:
    if mine and mine.channel_id:
        return workspaces.channel_of(session, mine.team_id, mine.channel_id)
    return workspaces.audience(session, viewer, channel_id)


def _said(
    session: Session, viewer: Viewer, mine: Reflection | None, place: Channel | None, words: str
) -> Draft:
    if mine is None or mine.answered_at is None:
        return Draft(good=words, is_shared=place is not None and _shared_last(session, viewer))
    said = Draft(
        **{part: getattr(mine, part) for part in PARTS},
        goals=tuple(goal.text for goal in mine.goals),
        is_shared=mine.is_shared,
    )
    return replace(said, good="\n".join(part for part in (said.good, words) if part))


def _shared_last(session: Session, viewer: Viewer) -> bool:
    answered = visibility.own(Reflection, viewer).where(Reflection.answered_at.is_not(None))
    last = session.scalar(answered.order_by(Reflection.week.desc()).limit(1))
    return last is not None and last.is_shared


def _before(session: Session, reflection: Reflection) -> Reflection | None:
    """The author's of the week before, if it stands in the same channel."""
    return session.scalar(
        select(Reflection).where(
            Reflection.team_id == reflection.team_id,
            Reflection.person_id == reflection.person_id,
            Reflection.week == reflection.week - WEEK,
            Reflection.is_shared,
            Reflection.channel_id == reflection.channel_id,
        )
    )


def _show(session: Session, viewer: Viewer, reflection: Reflection, now: datetime) -> None:
    """Where it is shared, in the thread of the prompt if there is one; and in every count."""
    cards.changed(session, CARD, reflection.id, now)
    standing = [card for card in cards.of(session, CARD, reflection.id) if card.kind == CARD]
    if reflection.is_shared and reflection.channel_id and not standing:
        where = reflection.team_id, reflection.channel_id
        thread_ts = prompts.thread(session, *where, reflection.week)
        cards.show(session, CARD, reflection.id, Place(*where, thread_ts), now)
    for prompt in prompts.asked_about(session, viewer, reflection.week):
        cards.changed(session, PROMPT_CARD, prompt.id, now)
