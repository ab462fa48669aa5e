"""Files: announced, sent, completed."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.playground.conftest import World, refused


async def send(url: str, content: bytes) -> int:
    async with aiohttp.ClientSession() as session, session.post(url, data=content) as response:
        return response.status


async def fetched(url: str) -> tuple[int, bytes, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.read(), response.headers.get("Content-Disposition", "")


async def test_the_sdks_own_upload_brings_a_file_into_a_direct_message(world: World) -> None:
    opened = await world.bot.conversations_open(users=world.suzuki.id)
    place = opened["channel"]["id"]
    content = "名前,値\r\n".encode()
    await world.bot.files_upload_v2(
        channel=place, content=content, filename="表 1.csv", title="表", initial_comment="どうぞ"
    )
    (message,) = world.slack.messages(place)
    assert (message.text, message.subtype) == ("どうぞ", "file_share")
    (file,) = message.files
    assert (file["name"], file["title"], file["size"]) == ("表 1.csv", "表", len(content))
    status, body, disposition = await fetched(file["url_private"])
    assert (status, body) == (200, content)
    assert disposition.startswith("attachment;")
    history = await world.bot.conversations_history(channel=place)
    assert history["messages"][0]["files"] == [file]


async def test_a_file_is_nowhere_before_its_upload_is_completed(world: World) -> None:
    answer = await world.bot.files_getUploadURLExternal(filename="a.csv", length=3)
    complete = world.bot.files_completeUploadExternal
    files: list[dict[str, str | None]] = [{"id": answer["file_id"]}]
    assert (await refused(complete(files=files)))["error"] == "file_not_found"
    assert await send(answer["upload_url"], b"abcd") == 400
    assert world.slack.messages(world.general) == []


async def test_an_address_serves_once_and_a_file_is_completed_once(world: World) -> None:
    answer = await world.bot.files_getUploadURLExternal(filename="a.csv", length=3)
    assert await send(answer["upload_url"], b"abc") == 200
    assert await send(answer["upload_url"], b"abc") == 400
    files: list[dict[str, str | None]] = [{"id": answer["file_id"]}]
    await world.bot.files_completeUploadExternal(files=files, channel_id=world.general.id)
    again = await refused(world.bot.files_completeUploadExternal(files=files, channel_id=world.general.id))
    assert again["error"] == "file_not_found"
    assert len(world.slack.messages(world.general)) == 1


async def uploaded(bot: AsyncWebClient) -> list[dict[str, str | None]]:
    answer = await bot.files_getUploadURLExternal(filename="a.csv", length=3)
    await send(answer["upload_url"], b"abc")
    return [{"id": answer["file_id"]}]


async def test_people_are_no_place_for_a_file(world: World) -> None:
    files = await uploaded(world.bot)
    answer = await refused(world.bot.files_completeUploadExternal(files=files, channel_id=world.suzuki.id))
    assert answer["error"] == "invalid_arguments"
    assert "/channel_id" in str(answer["response_metadata"])


@pytest.mark.parametrize("length", ["0", "-1", "x"])
async def test_a_length_that_is_none_is_refused(world: World, length: str) -> None:
    call = world.bot.api_call("files.getUploadURLExternal", params={"filename": "a", "length": length})
    assert (await refused(call))["error"] == "invalid_arguments"


async def test_what_is_no_file_is_not_found(world: World) -> None:
    assert (await fetched(f"{world.slack.url}/files/F1/a.csv"))[
        1
    ] == b'{"ok": false, "error": "file_not_found"}'
