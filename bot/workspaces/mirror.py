"""Keeping what Slack tells about people, channels and membership. Takes Slack's own objects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from .model import DIRECT, GROUP, PRIVATE, PUBLIC, Channel, Membership, Person, Workspace


def keep_workspace(session: Session, auth: dict[str, Any]) -> Workspace:
    """From the answer of auth.test."""
    workspace = session.get(Workspace, auth["team_id"]) or Workspace(team_id=auth["team_id"], last_number=0)
    workspace.name, workspace.url = auth.get("team") or "", auth["url"]
    workspace.bot_user_id = auth["user_id"]
    session.add(workspace)
    return workspace


def keep_people(session: Session, team_id: str, users: Sequence[dict[str, Any]]) -> list[str]:
    """The ids of those who were here when we last heard of them, and are gone."""
    ids = [user["id"] for user in users]
    here = select(Person.id).where(Person.team_id == team_id, Person.id.in_(ids), Person.is_gone.is_(False))
    before = set(session.scalars(here))
    kept = [keep_person(session, team_id, user) for user in users]
    return [person.id for person in kept if person.is_gone and person.id in before]


def keep_person(session: Session, team_id: str, user: dict[str, Any]) -> Person:
    """From a user object; one from another company counts as a guest.
    https://docs.slack.dev/reference/objects/user-object
    """
    profile = user.get("profile") or {}
    real_name = profile.get("real_name") or user.get("real_name") or user.get("name") or user["id"]
    person = session.get(Person, (team_id, user["id"])) or Person(team_id=team_id, id=user["id"])
    person.name = profile.get("display_name") or real_name
    person.handle = user.get("name") or ""
    person.real_name = real_name
    person.locale = user.get("locale") or person.locale
    person.zone = user.get("tz") or person.zone
    person.is_admin = bool(user.get("is_admin"))
    person.is_guest = _is_guest(user)
    person.is_bot = bool(user.get("is_bot")) or user["id"] == "USLACKBOT"
    person.is_gone = bool(user.get("deleted"))
    session.add(person)
    return person


def keep_channel(session: Session, team_id: str, conversation: dict[str, Any], has_bot: bool) -> Channel:
    """From a conversation object. https://docs.slack.dev/reference/objects/conversation-object"""
    channel = session.get(Channel, (team_id, conversation["id"]))
    channel = channel or Channel(team_id=team_id, id=conversation["id"])
    channel.name = conversation.get("name") or ""
    channel.kind = _kind(conversation)
    channel.is_archived = bool(conversation.get("is_archived"))
    channel.is_shared = bool(conversation.get("is_ext_shared"))
    channel.has_bot = has_bot
    session.add(channel)
    return channel


def renew_channels(session: Session, team_id: str, conversations: Iterable[dict[str, Any]]) -> None:
    """What Slack says now of those that are known already."""
    for conversation in conversations:
        if known := session.get(Channel, (team_id, conversation["id"])):
            keep_channel(session, team_id, conversation, known.has_bot)


def keep_members(
    session: Session,
    team_id: str,
    channel_id: str,
    people: Collection[str],
    known: Collection[str] | None = None,
) -> set[str]:
    """These and no others are in the channel, but who came or went since those were `known`; who has left."""
    here = set(members(session, team_id, channel_id))
    before = here if known is None else set(known)
    for gone in before - set(people):
        leave(session, team_id, channel_id, gone)
    for new in set(people) - before - here:
        session.add(Membership(team_id=team_id, channel_id=channel_id, person_id=new))
    return before - set(people)


def join(session: Session, team_id: str, channel_id: str, person_id: str) -> None:
    if session.get(Membership, (team_id, channel_id, person_id)) is None:
        session.add(Membership(team_id=team_id, channel_id=channel_id, person_id=person_id))


def leave(session: Session, team_id: str, channel_id: str, person_id: str) -> None:
    session.execute(
        delete(Membership).where(
            Membership.team_id == team_id,
            Membership.channel_id == channel_id,
            Membership.person_id == person_id,
        )
    )


def keep_bot(session: Session, team_id: str, channel_id: str, bot_user_id: str) -> bool:
    """Whether it is in the channel: it is among those who are kept."""
    channel = session.get_one(Channel, (team_id, channel_id))
    channel.has_bot = bot_user_id in members(session, team_id, channel_id)
    return channel.has_bot


def bot_left(session: Session, team_id: str, channel_id: str) -> None:
    """We no longer hear who comes and goes, so nobody is known to be there."""
    if channel := session.get(Channel, (team_id, channel_id)):
        channel.has_bot = False
        keep_members(session, team_id, channel_id, ())


def with_bot(session: Session, team_id: str) -> set[str]:
    """The ids of the channels it is known to be in."""
    return set(session.scalars(select(Channel.id).where(Channel.team_id == team_id, Channel.has_bot)))


def without_bot(session: Session, team_id: str) -> list[str]:
    """The ids of the public channels it is known not to be in."""
    outside = select(Channel.id).where(
        Channel.team_id == team_id, Channel.kind == PUBLIC, Channel.has_bot.is_(False)
    )
    return list(session.scalars(outside))


def close(session: Session, team_id: str, channel_id: str) -> None:
    """It may have been made private: until we are in it again, nobody is known to see it."""
    channel = session.get_one(Channel, (team_id, channel_id))
    if not channel.has_bot:
        channel.kind = PRIVATE


def synced(session: Session, team_id: str, now: datetime) -> None:
    session.get_one(Workspace, team_id).synced_at = now


def members(session: Session, team_id: str, channel_id: str) -> list[str]:
    return list(
        session.scalars(
            select(Membership.person_id).where(
                Membership.team_id == team_id, Membership.channel_id == channel_id
            )
        )
    )


def _is_guest(user: dict[str, Any]) -> bool:
    return any(user.get(mark) for mark in ("is_restricted", "is_ultra_restricted", "is_stranger"))


def _kind(conversation: dict[str, Any]) -> str:
    if conversation.get("is_im"):
        return DIRECT
    if conversation.get("is_mpim"):
        return GROUP
    return PRIVATE if conversation.get("is_private") else PUBLIC
