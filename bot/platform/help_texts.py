"""What a command and its subcommands do, from the command's table."""

from __future__ import annotations

from collections.abc import Sequence

from . import blocks
from .blocks import Message
from .markup import Mrkdwn
from .subcommands import HELP_WORDS, Subcommand, find
from .texts import Texts


def about(topic: str, command: str, feature: str, known: Sequence[Subcommand], texts: Texts) -> Message:
    """On the subcommand that the topic names, or on all of them."""
    subcommand = find(topic, known)
    return on(command, feature, subcommand, texts) if subcommand else overview(command, feature, known, texts)


def overview(command: str, feature: str, known: Sequence[Subcommand], texts: Texts) -> Message:
    """What the command does and two examples, then a line for each subcommand."""
    does = texts(f"{feature}.does")
    help_word = Subcommand(HELP_WORDS).word(texts.language)
    lines = [f"• `{written(command, each, texts)}`　{texts(f'{feature}.{each.name}.does')}" for each in known]
    lines.append(f"• `{command} {help_word}`　{texts('help.does')}")
    if known:
        lines.append(texts("help.more", command=f"{command} {help_word} {known[0].word(texts.language)}"))
    shown = [does, examples(command, texts(f"{feature}.examples")), "\n".join(lines)]
    return Message(does, [blocks.section(Mrkdwn(part)) for part in shown if part])


def on(command: str, feature: str, subcommand: Subcommand, texts: Texts) -> Message:
    """What one subcommand does, and two examples."""
    key = f"{feature}.{subcommand.name}"
    title = f"*`{written(command, subcommand, texts)}`*\n{texts(f'{key}.does')}"
    shown = [title, examples(command, texts(f"{key}.examples"))]
    return Message(texts(f"{key}.does"), [blocks.section(Mrkdwn(part)) for part in shown])


def written(command: str, subcommand: Subcommand, texts: Texts) -> str:
    """As one types it: `/memo search WORDS`."""
    takes = texts(subcommand.argument.key) if subcommand.argument.key else ""
    return f"{command} {subcommand.word(texts.language)} {takes}".strip()


def examples(command: str, lines: str) -> str:
    return "　".join(f"`{f'{command} {line}'.strip()}`" for line in lines.splitlines())
