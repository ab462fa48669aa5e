"""A slash command: a form without words, a subcommand, a question about a near miss, or text to keep."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck, AsyncApp

from .. import blocks, subcommands
from ..blocks import Message
from ..subcommands import Asked, Near, Subcommand
from ..texts import Texts
from .visit import Visit

VALUE_LIMIT = 2000
HELP = Subcommand(("help", "ヘルプ"))


@dataclass(frozen=True)
class Command:
    """`feature` names its buttons and texts: `memos.as_text`, `memos.near_text`."""

    name: str
    feature: str
    known: Sequence[Subcommand]
    open_form: Callable[[Visit], Awaitable[None]]
    answer: Callable[[Visit, Asked], Awaitable[Message]]
    keep: Callable[[Visit, str], Awaitable[Message]]

    def register(self, app: AsyncApp) -> Command:
        app.command(self.name)(self._typed)
        app.action(f"{self.feature}.as_text")(self._as_text)
        app.action(f"{self.feature}.as_command")(self._as_command)
        return self

    async def respond(self, ack: AsyncAck, visit: Visit, words: str) -> None:
        """As if `words` had been typed after this command."""
        if not words:
            await self.open_form(visit)
            await ack()
            return
        await ack(**(await self._answered(visit, words)).answer())

    async def _typed(self, ack: AsyncAck, visit: Visit) -> None:
        await self.respond(ack, visit, visit.words)

    async def _answered(self, visit: Visit, words: str) -> Message:
        match subcommands.read(words, [*self.known, HELP]):
            case Asked("help"):
                return self._help(visit.texts)
            case Asked() as asked:
                return await self.answer(visit, asked)
            case Near() as near if len(words) <= VALUE_LIMIT:
                return self._question(words, near.meant, visit.texts)
        return await self.keep(visit, words)

    async def _as_text(self, ack: AsyncAck, visit: Visit) -> None:
        visit.replace(await self.keep(visit, visit.value))
        await ack()

    async def _as_command(self, ack: AsyncAck, visit: Visit) -> None:
        asked = subcommands.read(visit.value, self.known)
        answer = await self.answer(visit, asked) if isinstance(asked, Asked) else self._help(visit.texts)
        visit.replace(answer)
        await ack()

    def _help(self, texts: Texts) -> Message:
        key = f"{self.feature}.help"
        return Message(texts(key), [blocks.section(texts.mrkdwn(key))])

    def _question(self, words: str, meant: str, texts: Texts) -> Message:
        return Message(
            texts("near.question", command=self.name, meant=meant),
            [
                blocks.section(texts.mrkdwn("near.question", command=self.name, meant=meant)),
                blocks.actions(
                    blocks.button(f"{self.name} {meant}", f"{self.feature}.as_command", meant),
                    blocks.button(texts(f"{self.feature}.near_text"), f"{self.feature}.as_text", words),
                ),
            ],
        )
