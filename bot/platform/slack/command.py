"""A slash command: a form without words, a subcommand, a question about a near miss, or text to keep."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.blocks import ButtonElement

from .. import blocks, help_texts, subcommands
from ..blocks import Message
from ..subcommands import Asked, Lacking, Near, Subcommand, help_on
from ..texts import Texts
from .visit import Visit

VALUE_LIMIT = 2000


@dataclass(frozen=True)
class Command:
    """`feature` names its buttons and texts: `memos.as_text`, `memos.near_text`.

    What `answer` and `keep` return is shown to who asked; None where they have opened a form instead.
    """

    name: str
    feature: str
    known: Sequence[Subcommand]
    open_form: Callable[[Visit], Awaitable[None]]
    answer: Callable[[Visit, Asked], Awaitable[Message | None]]
    keep: Callable[[Visit, str], Awaitable[Message | None]]

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
        answer = await self._answered(visit, words)
        await ack(**(answer.answer() if answer else {}))

    async def _typed(self, ack: AsyncAck, visit: Visit) -> None:
        await self.respond(ack, visit, visit.words)

    async def _answered(self, visit: Visit, words: str) -> Message | None:
        match self._read(words):
            case Asked() as asked:
                return await self._asked(visit, asked)
            case Lacking() as lacking:
                return self._usage(words, lacking.subcommand, visit.texts)
            case Near() as near if len(words) <= VALUE_LIMIT:
                return self._question(words, near.meant, visit.texts)
        return await self.keep(visit, words)

    async def _as_text(self, ack: AsyncAck, visit: Visit) -> None:
        _instead(visit, await self.keep(visit, visit.value))
        await ack()

    async def _as_command(self, ack: AsyncAck, visit: Visit) -> None:
        """What misses its argument still is no command: then the answer is how it is used."""
        asked = self._read(visit.value)
        usage = Asked("help", visit.value.partition(" ")[0])
        answer = await self._asked(visit, asked if isinstance(asked, Asked) else usage)
        _instead(visit, answer)
        await ack()

    def _read(self, words: str) -> Asked | Lacking | Near | None:
        return subcommands.read(words, [*self.known, help_on(self.known)])

    async def _asked(self, visit: Visit, asked: Asked) -> Message | None:
        if asked.name == "help":
            return self._help(asked.argument, visit.texts)
        return await self.answer(visit, asked)

    def _help(self, topic: str, texts: Texts) -> Message:
        return help_texts.about(topic, self.name, self.feature, self.known, texts)

    def _usage(self, words: str, subcommand: Subcommand, texts: Texts) -> Message:
        """What the subcommand lacks; the words may have been meant as they stand all the same."""
        example = texts(f"{self.feature}.{subcommand.name}.examples").splitlines()[0]
        values = {
            "usage": help_texts.written(self.name, subcommand, texts),
            "example": f"{self.name} {example}",
        }
        said = blocks.section(texts.mrkdwn("near.usage", **values))
        return Message(texts("near.usage", **values), [said, blocks.actions(self._as_it_is(words, texts))])

    def _question(self, words: str, meant: str, texts: Texts) -> Message:
        said = blocks.section(texts.mrkdwn("near.question", command=self.name, meant=meant))
        command = blocks.button(f"{self.name} {meant}", f"{self.feature}.as_command", meant)
        return Message(
            texts("near.question", command=self.name, meant=meant),
            [said, blocks.actions(command, self._as_it_is(words, texts))],
        )

    def _as_it_is(self, words: str, texts: Texts) -> ButtonElement:
        return blocks.button(texts(f"{self.feature}.near_text"), f"{self.feature}.as_text", words)


def _instead(visit: Visit, answer: Message | None) -> None:
    """In place of the question."""
    visit.replace(answer) if answer else visit.dismiss()
