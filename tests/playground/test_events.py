"""Events reach the app when it subscribed and may see what happened, in Slack's envelope."""

import copy

from bot.playground import LocalSlack
from tests.playground.conftest import World
from tests.playground.sample_app import MANIFEST


async def test_an_event_comes_in_the_envelope_of_slack(lively: World) -> None:
    await lively.slack.hand(lively.slack.add_person("new")).join(lively.general)
    await lively.slack.settled()
    [body] = [body for body in lively.heard if body["event"]["type"] == "member_joined_channel"]
    assert body["type"] == "event_callback"
    assert body["event_id"].startswith("Ev")
    assert body["event_time"] == int(lively.clock.now.timestamp())
    assert body["team_id"] == body["context_team_id"] == lively.slack.team_id
    assert body["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": lively.slack.team_id,
            "user_id": lively.slack.bot_user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]


async def test_messages_and_their_changes_are_told(lively: World) -> None:
    parent = await lively.hand.say(lively.general, "1 < 2 @sato")
    reply = await lively.hand.say(lively.general, "reply", thread_ts=parent.ts)
    await lively.hand.edit(parent, "changed")
    await lively.hand.delete(reply)
    await lively.slack.settled()
    posted, replied, changed, deleted = sorted(lively.events("message"), key=lambda each: each["event_ts"])
    assert posted["text"] == f"1 &lt; 2 <@{lively.sato.id}>"
    assert (posted["channel"], posted["channel_type"]) == (lively.general.id, "channel")
    assert (replied["thread_ts"], replied["parent_user_id"]) == (parent.ts, lively.suzuki.id)
    assert (changed["subtype"], changed["message"]["text"]) == ("message_changed", "changed")
    assert changed["previous_message"]["text"] == posted["text"]
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", reply.ts)


async def test_a_deleted_parent_of_a_thread_is_told_as_changed_to_a_tombstone(wired: World) -> None:
    parent = await wired.hand.say(wired.general, "parent")
    await wired.hand.say(wired.general, "reply", thread_ts=parent.ts)
    await wired.hand.delete(parent)
    await wired.slack.settled()
    changed = max(wired.events("message"), key=lambda each: str(each["event_ts"]))
    assert changed["message"]["subtype"] == "tombstone"


async def test_a_mention_is_told_twice_but_only_where_the_bot_is(wired: World) -> None:
    other = wired.slack.add_channel("other", [wired.suzuki], with_bot=False)
    await wired.hand.say(wired.general, "@Lunch soup")
    await wired.hand.say(other, "@Lunch soup")
    await wired.slack.settled()
    assert [event["text"] for event in wired.events("app_mention")] == [f"<@{wired.slack.bot_user_id}> soup"]
    assert len(wired.events("message")) == 1


async def test_reactions_are_told(wired: World) -> None:
    message = await wired.slack.hand(wired.sato).say(wired.general, "x")
    await wired.hand.react(message, "memo")
    await wired.hand.unreact(message, "memo")
    await wired.slack.settled()
    for kind in ("reaction_added", "reaction_removed"):
        [event] = wired.events(kind)
        assert (event["user"], event["item_user"]) == (wired.suzuki.id, wired.sato.id)
        assert event["item"] == {"type": "message", "channel": wired.general.id, "ts": message.ts}


async def test_the_bot_hears_of_its_own_coming_and_going(wired: World) -> None:
    for private, left in ((False, "channel_left"), (True, "group_left")):
        channel = wired.slack.add_channel(f"c{private}", [wired.suzuki], private=private, with_bot=False)
        await wired.hand.invite(channel, wired.slack.bot_user_id)
        await wired.hand.remove(channel, wired.slack.bot_user_id)
        await wired.slack.settled()
        [event] = [each for each in wired.events("member_joined_channel") if each["channel"] == channel.id]
        assert (event["user"], event["inviter"]) == (wired.slack.bot_user_id, wired.suzuki.id)
        assert wired.events(left)[0] | {"event_ts": ""} == {
            "type": left,
            "channel": channel.id,
            "actor_id": wired.suzuki.id,
            "event_ts": "",
        }


async def test_others_leaving_is_told(wired: World) -> None:
    await wired.hand.leave(wired.general)
    await wired.slack.settled()
    assert wired.events("member_left_channel")[0]["user"] == wired.suzuki.id


async def test_what_happens_to_public_channels_is_told_wherever_the_bot_is(wired: World) -> None:
    other = wired.slack.add_channel("other", with_bot=False)
    await wired.slack.rename(other, "renamed")
    await wired.slack.archive(other, wired.sato)
    await wired.slack.unarchive(other)
    await wired.slack.delete(other)
    await wired.slack.settled()
    assert wired.events("channel_rename")[0]["channel"]["name"] == "renamed"
    assert wired.events("channel_archive")[0]["user"] == wired.sato.id
    assert wired.events("channel_unarchive")[0]["channel"] == other.id
    assert wired.events("channel_deleted")[0]["channel"] == other.id


async def test_what_happens_to_private_channels_is_told_only_inside(wired: World) -> None:
    shared = wired.slack.add_channel("shared", private=True)
    hidden = wired.slack.add_channel("hidden", [wired.suzuki], private=True, with_bot=False)
    for channel in (shared, hidden):
        await wired.hand.say(hidden, "secret")
        await wired.slack.rename(channel, f"new-{channel.name}")
        await wired.slack.archive(channel)
        await wired.slack.unarchive(channel)
    await wired.slack.settled()
    assert [event["channel"]["id"] for event in wired.events("group_rename")] == [shared.id]
    assert [event["channel"] for event in wired.events("group_archive")] == [shared.id]
    assert wired.events("message") == []


async def test_a_channel_made_private_says_so_in_a_message(wired: World) -> None:
    await wired.slack.make_private(wired.general)
    await wired.slack.settled()
    assert wired.events("message")[0]["subtype"] == "channel_convert_to_private"
    guest = wired.slack.hand(wired.slack.add_person("new"))
    assert guest.sees(wired.general) == []


async def test_people_come_change_and_go(wired: World) -> None:
    person = await wired.slack.newcomer("new", locale="ja-JP")
    await wired.slack.change_person(person, display_name="New Name")
    await wired.slack.deactivate(wired.sato)
    await wired.slack.settled()
    assert wired.events("team_join")[0]["user"]["locale"] == "ja-JP"
    renamed, left = wired.events("user_change")
    assert renamed["user"]["profile"]["display_name"] == "New Name"
    assert (left["user"]["id"], left["user"]["deleted"]) == (wired.sato.id, True)
    assert wired.sato.id not in wired.general.members


async def test_opening_the_apps_home_is_told_with_its_view(wired: World) -> None:
    await wired.bot.views_publish(user_id=wired.suzuki.id, view={"type": "home", "blocks": []})
    await wired.hand.open_home()
    await wired.hand.open_home(tab="messages")
    await wired.slack.settled()
    home, messages = wired.events("app_home_opened")
    assert (home["tab"], home["view"]) == ("home", wired.hand.home)
    assert (messages["tab"], "view" in messages) == ("messages", False)


async def test_what_is_not_subscribed_to_is_not_sent() -> None:
    manifest = copy.deepcopy(MANIFEST)
    manifest["settings"]["event_subscriptions"]["bot_events"] = ["message.im"]
    async with LocalSlack(manifest) as slack:
        world = World(slack, clock=None)  # type: ignore[arg-type]
        await world.hand.say(world.general, "@Lunch x")
        await slack.hand(slack.add_person("new")).join(world.general)
        await slack.settled()
        assert slack.deliveries == []


async def test_setting_up_sends_nothing(wired: World) -> None:
    wired.slack.add_channel("more", [wired.suzuki])
    wired.slack.group_dm(wired.suzuki, wired.sato)
    await wired.slack.settled()
    assert wired.slack.deliveries == []
