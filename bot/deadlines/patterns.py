"""How patterns are written: an alternative a line, and compiled when they are first needed."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from bot.deadlines.lazy import lazy

Found = re.Match[str] | None


def any_of(*alternatives: str) -> str:
    """Matches what one of them does; the first that does is taken."""
    return "|".join(alternatives)


def one_of(*alternatives: str) -> str:
    """The same, with more of the pattern before or behind it."""
    return f"(?:{any_of(*alternatives)})"


class Late:
    """A pattern that is compiled when it is first looked for; may be written then, too.

    Compiling all of them takes a second, which a command that reads nothing should not pay for.
    """

    every: ClassVar[list["Late"]] = []

    def __init__(self, written: str | Callable[[], str], flags: int = 0) -> None:
        self.written, self.flags = written, flags
        self.every.append(self)

    @lazy
    def pattern(self) -> str:
        return self.written if isinstance(self.written, str) else self.written()

    @lazy
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @lazy
    def search(self) -> Callable[..., Found]:
        return self.compiled.search

    @lazy
    def match(self) -> Callable[..., Found]:
        return self.compiled.match

    @lazy
    def fullmatch(self) -> Callable[..., Found]:
        return self.compiled.fullmatch

    @lazy
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self.compiled.finditer

    @lazy
    def findall(self) -> Callable[..., list[str]]:
        return self.compiled.findall

    @lazy
    def split(self) -> Callable[..., list[str]]:
        return self.compiled.split

    @lazy
    def sub(self) -> Callable[..., str]:
        return self.compiled.sub


def compile_ahead() -> None:
    """Compiles every pattern, which takes a second: else whoever asks first waits for each that is needed."""
    for late in Late.every:
        late.compiled  # noqa: B018
