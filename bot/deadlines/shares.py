"""Sentences that give several people a part each."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.parts import Part
from bot.deadlines.people import Named

Share = tuple[str, str]  # an owner's id and a title

THEIRS = re.compile(r"\s?(?:は|[:：])")  # behind a name: what follows is that person's
GIVEN = re.compile(r"^(?:が|は|に|で)?[、,\s]*([^、。]+?)は\s?$")  # before a name: what that person is given
ENDING = re.compile(r"[、,\s]*(?:で(?!す|し)|に(?=お|頼|任)|が?担当|お願い|よろ)[^、。]{0,12}[。!！\s]*$")


def shared(part: Part) -> Iterator[Share]:
    """Of one verb that asks several (鈴木さんは議事録、佐藤さんは資料を…)."""
    written = part.spoken.written
    owners = [one for one in part.named if one.is_owner and THEIRS.match(written, one.end)]
    if len(owners) < 2:
        return
    starts = [0, *(one.start for one in owners[1:]), len(written)]
    for owner, (start, stop) in zip(owners, pairwise(starts), strict=True):
        rest = part.between(start, stop)
        title = japanese_asking.asked(rest, enough=True, firm=True) or japanese_asking.tidied(rest)
        if title:
            yield owner.id, title


def handed_out(part: Part) -> Iterator[Share]:
    """Of what only says who does what (議事録は鈴木さん、見積もりは佐藤さんで)."""
    owners = [one for one in part.named if one.is_owner]
    if len(owners) > 1 and ENDING.match(part.between(owners[-1].end, len(part.spoken.written))):
        before = [GIVEN.match(part.between(start, stop)) for start, stop in gaps_before(owners)]
        for owner, found in zip(owners, before, strict=True):
            if found and all(before):
                yield owner.id, japanese_asking.tidied(found[1])


def gaps_before(owners: list[Named]) -> list[tuple[int, int]]:
    starts = [0, *(one.end for one in owners)]
    return [(start, owner.start) for start, owner in zip(starts, owners, strict=False)]
