"""What a channel decided for itself, and what that changes for its days and hours."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.workspaces import automatic, settings
from bot.workspaces import service as workspaces
from bot.workspaces.model import Activity
from bot.workspaces.settings_model import NO_HOLIDAYS, ChannelSettings
from tests.team import EMMA, GENERAL, NOW, SECRET, SUZUKI, TAKAHASHI, TEAM, TOKYO, Team, team, viewer

__all__ = ["team"]

NEW_YEAR = date(2027, 1, 2)
LABOUR_THANKSGIVING = date(2026, 11, 23)
DEFAULTS = ChannelSettings(TOKYO, "ja")


def of(session: Session, channel_id: str = GENERAL) -> ChannelSettings:
    return settings.of(session, workspaces.channel_of(session, TEAM, channel_id))


def keep(session: Session, wanted: ChannelSettings, person_id: str = SUZUKI) -> dict[str, list[object]]:
    channel = workspaces.may_set(session, viewer(person_id), GENERAL)
    return settings.keep(session, viewer(person_id), channel, wanted, NOW)


async def test_a_channel_that_chose_nothing_has_what_is_usual(team: Team) -> None:
    assert await team.look(of) == DEFAULTS


async def test_what_a_channel_chose_is_read_again_as_it_was_kept(team: Team) -> None:
    wanted = ChannelSettings(
        ZoneInfo("Europe/Berlin"),
        "ja",
        time(8, 30),
        3,
        time(16),
        8,
        mentions=True,
        memo_emoji=False,
        task_emoji=True,
        country="AT",
        closing_days=((12, 24), (12, 31)),
        opens=time(8),
        closes=time(17),
    )
    await team.do(keep, wanted)
    assert await team.look(of) == wanted
    assert await team.look(of, SECRET) == DEFAULTS


async def test_only_what_changed_is_noted_with_what_it_was(team: Team) -> None:
    await team.do(keep, ChannelSettings(TOKYO, "ja", digest_at=time(8, 30), closing_days=()))
    await team.do(keep, ChannelSettings(TOKYO, "ja", digest_at=time(8, 30), closing_days=()))
    noted = await team.all(Activity)
    assert [(each.verb, each.person_id) for each in noted] == [("channel.settings", SUZUKI)]
    assert noted[0].details == {
        "changes": {"digest_at": ["09:00:00", "08:30:00"], "closing_days": [None, "()"]}
    }


async def test_a_guest_may_not_change_them_and_nobody_in_a_direct_conversation(team: Team) -> None:
    with pytest.raises(UserError) as caught:
        await team.look(workspaces.may_set, viewer(TAKAHASHI), GENERAL)
    assert caught.value.key == "error.guests_may_not"
    with pytest.raises(UserError) as caught:
        await team.look(workspaces.may_set, viewer(SUZUKI), "DSUZUKI")
    assert caught.value.key == "error.settings_in_direct"


async def test_who_starts_the_posts_leaves_language_and_zone_that_were_chosen(team: Team) -> None:
    await team.do(keep, DEFAULTS)
    channel = await team.do(automatic.start, viewer(EMMA), GENERAL, [], NOW)
    assert (channel.language, channel.zone) == ("ja", "Asia/Tokyo")


def test_holidays_and_closing_days_are_those_of_the_zones_country() -> None:
    assert not DEFAULTS.calendar.is_business_day(LABOUR_THANKSGIVING)
    assert not DEFAULTS.calendar.is_business_day(NEW_YEAR)


def test_another_countrys_holidays_may_be_kept_or_none() -> None:
    assert ChannelSettings(TOKYO, country="GB").calendar.is_business_day(LABOUR_THANKSGIVING)
    assert ChannelSettings(TOKYO, country=NO_HOLIDAYS).calendar.is_business_day(LABOUR_THANKSGIVING)


def test_a_company_may_close_on_other_days() -> None:
    summer = ChannelSettings(TOKYO, closing_days=((8, 13),)).calendar
    assert not summer.is_business_day(date(2026, 8, 13))
    assert summer.is_business_day(date(2026, 12, 29))
