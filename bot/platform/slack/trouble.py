"""What a person is told when something went wrong, in the form each kind of request takes."""

from __future__ import annotations

import json
from typing import Any

from slack_bolt.response import BoltResponse
from slack_sdk.models.blocks import Block

from ...errors import CommitInDoubt, NotSaved, Repeated, UserError
from .. import blocks, forms, markup
from ..blocks import Message
from ..texts import Texts
from .answers import Answers

ROOM = 120_000
"""For the person's own words; answers have no such limit as posts."""


def is_expected(error: BaseException) -> bool:
    return isinstance(error, UserError)


def answer(
    error: BaseException, body: dict[str, Any], texts: Texts, mark: str, answers: Answers
) -> BoltResponse:
    if body.get("type") == "view_submission":
        return _under_field(error, body, texts, mark)
    error = _in_conversation(error, body)
    message = explained(error, texts, mark, _words(error, body))
    if body.get("command"):
        return _response(message.answer())
    if url := body.get("response_url"):
        answers.send(url, {**message.answer(), "replace_original": False})
    return BoltResponse(status=200, body="")


def repeated(error: Repeated, body: dict[str, Any], texts: Texts) -> BoltResponse:
    """Who typed a command may have got no answer yet; a form closes, and a button's effect is seen anyway."""
    if body.get("command"):
        return _response(explained(error, texts, "", "").answer())
    return BoltResponse(status=200, body="")


def stands_in_form(body: dict[str, Any]) -> bool:
    return body.get("type") == "block_actions" and (body.get("view") or {}).get("type") == "modal"


def needs_form(body: dict[str, Any]) -> bool:
    """A button in a form and a shortcut from anywhere have no response_url: a form of its own answers."""
    return stands_in_form(body) or (body.get("type") == "shortcut" and not body.get("response_url"))


def notice(error: BaseException, texts: Texts, mark: str) -> dict[str, Any]:
    shown = explained(error, texts, mark, "")
    return forms.notice(texts("form.notice"), texts("form.close"), shown.blocks)


def explained(error: BaseException, texts: Texts, mark: str, words: str) -> Message:
    """The explanation, and below it what the person had typed."""
    key, values = _key(error, mark)
    shown: list[Block] = [blocks.section(texts.mrkdwn(key, **values))]
    if words:
        shown.append(blocks.context(texts.mrkdwn("error.your_words")))
        shown += blocks.paragraphs(words, ROOM)
    return Message(texts(key, **values), shown)


def _in_conversation(error: BaseException, body: dict[str, Any]) -> BaseException:
    """Nobody can be invited into a conversation between several."""
    name = str(body.get("channel_name") or (body.get("channel") or {}).get("name") or "")
    if isinstance(error, UserError) and error.key == "error.not_in_channel" and name.startswith("mpdm-"):
        return UserError("error.not_in_direct", words=error.words)
    return error


def _key(error: BaseException, mark: str) -> tuple[str, dict[str, object]]:
    match error:
        case UserError():
            return error.key, error.values
        case CommitInDoubt():
            return "error.in_doubt", {}
        case NotSaved():
            return "error.not_saved", {}
        case Repeated():
            return "error.repeated", {}
    return "error.unexpected", {"mark": mark}


def _words(error: BaseException, body: dict[str, Any]) -> str:
    if isinstance(error, UserError):
        return error.words
    return markup.plain(str(body.get("text") or ""), lambda _: None) if body.get("command") else ""


def _under_field(error: BaseException, body: dict[str, Any], texts: Texts, mark: str) -> BoltResponse:
    """The form stays open with everything typed into it; one that only asked a question is answered."""
    key, values = _key(error, mark)
    field = error.field if isinstance(error, UserError) and error.field else _first_input(body["view"])
    if field:
        return _response({"response_action": "errors", "errors": {field: texts(key, **values)}})
    title = str(body["view"]["title"]["text"])
    notice = forms.notice(title, texts("form.close"), [blocks.section(texts.mrkdwn(key, **values))])
    return _response({"response_action": "update", "view": notice})


def _first_input(view: dict[str, Any]) -> str:
    return next((str(block["block_id"]) for block in view["blocks"] if block["type"] == "input"), "")


def _response(payload: dict[str, Any]) -> BoltResponse:
    return BoltResponse(
        status=200, body=json.dumps(payload), headers={"content-type": "application/json;charset=utf-8"}
    )
