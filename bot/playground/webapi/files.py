"""Uploading: an address for the bytes, and the call after which the file is there."""

import re
from typing import Any

from .. import talk
from ..channels import Channel
from ..core import Core
from ..errors import Refusal
from ..files import File
from ..limits import cut
from .arguments import Arguments
from .method import bot_is_in, method

PLACE = re.compile(r"[CGDZ][A-Z0-9]{8,}")
LARGEST = 1_000_000_000


@method("files.getUploadURLExternal", "filename", "length", scope="files:write")
def get_upload_url(core: Core, arguments: Arguments) -> dict[str, Any]:
    try:
        length = int(arguments.text("length"))
    except ValueError:
        raise _invalid("must be an integer", "/length") from None
    if not 0 < length <= LARGEST:
        raise _invalid("must be greater than 0", "/length")
    file, ticket = core.files.announce(arguments.text("filename"), length)
    return {"upload_url": f"{core.url}/upload/{ticket}", "file_id": file.id}


@method("files.completeUploadExternal", "files", scope="files:write")
def complete_upload(core: Core, arguments: Arguments) -> dict[str, Any]:
    """Without a channel the file stays private to the app."""
    files = [_uploaded(core, each) for each in _listed(arguments)]
    place = _place(core, arguments)
    for file in files:
        file.complete = True
    created, bot = core.workspace.stamps.seconds(), core.workspace.bot
    shown = [file.as_slack(core.url, bot.id, created) for file in files]
    if place:
        comment = cut(arguments.text("initial_comment"))
        thread_ts = arguments.text("thread_ts") or None
        talk.post(core, place, bot, comment, files=shown, subtype="file_share", thread_ts=thread_ts)
    return {"files": shown}


def _listed(arguments: Arguments) -> list[dict[str, Any]]:
    listed = arguments.structure("files")
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise _invalid("must be an array of objects", "/files")
    return listed


def _uploaded(core: Core, about: dict[str, Any]) -> File:
    file = core.files.find(str(about.get("id", "")))
    if not file.received or file.complete:
        raise Refusal("file_not_found")
    file.title = str(about.get("title") or "")
    return file


def _place(core: Core, arguments: Arguments) -> Channel | None:
    """People's ids are refused: https://github.com/slackapi/bolt-js/issues/2115"""
    if "channel_id" not in arguments:
        return None
    wanted = arguments.text("channel_id")
    if not PLACE.fullmatch(wanted):
        raise _invalid("input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$", "/channel_id")
    place = bot_is_in(core, wanted)
    if place.archived:
        raise Refusal("is_archived")
    return place


def _invalid(problem: str, pointer: str) -> Refusal:
    return Refusal(
        "invalid_arguments", response_metadata={"messages": [f"[ERROR] {problem} [json-pointer:{pointer}]"]}
    )
