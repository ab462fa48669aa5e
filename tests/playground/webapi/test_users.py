"""People as the Web API shows them."""

from tests.playground.conftest import World, refused


async def test_people_are_listed_in_pages_with_their_language_when_asked(world: World) -> None:
    pages = [page["members"] async for page in await world.bot.users_list(limit=2, include_locale=True)]
    people = {person["id"]: person for page in pages for person in page}
    assert [len(page) for page in pages] == [2, 2]
    assert people[world.suzuki.id]["locale"] == "ja-JP"
    assert people[world.slack.bot_user_id]["is_bot"]
    assert "USLACKBOT" in people


async def test_a_person_is_described(world: World) -> None:
    user = (await world.bot.users_info(user=world.sato.id))["user"]
    assert (user["name"], user["real_name"], user["tz"], user["tz_offset"]) == (
        "sato",
        "Ken Sato",
        "Asia/Tokyo",
        32400,
    )
    assert (user["is_admin"], user["is_restricted"]) == (True, False)
    assert "locale" not in user


async def test_guests_and_those_who_left_are_marked(world: World) -> None:
    guest = world.slack.add_person("guest", is_guest=True)
    single = world.slack.add_person("single", is_single_channel_guest=True)
    left = world.slack.add_person("left", deleted=True)
    shown = [(await world.bot.users_info(user=person.id))["user"] for person in (guest, single, left)]
    assert [user.get("is_restricted") for user in shown] == [True, True, None]
    assert [user.get("is_ultra_restricted") for user in shown] == [False, True, None]
    assert [user["deleted"] for user in shown] == [False, False, True]


async def test_nobody_is_not_found(world: World) -> None:
    assert (await refused(world.bot.users_info(user="U404")))["error"] == "user_not_found"
