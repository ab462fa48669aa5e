"""Letting older posts of the bot's own rest."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform import cards
from .post_model import Post

KEPT_TRUE = timedelta(days=7)
"""How long a post shows what becomes of what it names: a task that is late for months stands in many."""
MOST_RESTED = 30


def rest_older(session: Session, kind: str, post: Post) -> None:
    """Those of its kind that have stood in its channel for long stay as they are from now on."""
    its = type(post)
    older = (
        select(its.id)
        .where(its.team_id == post.team_id, its.channel_id == post.channel_id)
        .where(its.posted_at < post.posted_at - KEPT_TRUE)
        .order_by(its.id.desc())
        .limit(MOST_RESTED)
    )
    cards.rest(session, kind, session.scalars(older).all())
