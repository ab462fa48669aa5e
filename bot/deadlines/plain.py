"""The text as the rules read it, with the way back to the text as it was written.

Rules see NFKC in lower case (so １２月 is 12月, （金） is (金)), and a blank (U+FFFC) for each
character of what is no prose: mentions, links, code, addresses, emoji names, "what is quoted".
The first of those of an emoji name is one (☺): it closes a sentence as an emoji does.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.deadlines.patterns import Late

BLANK = "\ufffc"
BULLET = "•"
EMOJI = "☺"
BOXES = {  # as Slack names them
    **dict.fromkeys((":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:"), "✅"),
    **dict.fromkeys((":x:", ":heavy_multiplication_x:", ":negative_squared_cross_mark:"), "❌"),
    **dict.fromkeys((":white_large_square:", ":white_medium_square:", ":black_square_button:"), "☐"),
    ":white_square_button:": "☐",
}
JAPANESE = Late("[ぁ-ヿ一-龠]")

WEB = r"(?i:ttps?)://[^\s<>「」（）()、。]{1,4000}"
QUOTED = (  # what another said or is to be written: the ticket says 'refund by Friday'
    r"[\"“](?=\w)[^\"“”\n]{1,200}(?<=[\w.!?])[\"”](?!\w)"
    r"|'(?<!\w')(?!til\b)(?=\w)[^'\n]{4,200}(?<=[\w.!?])'(?!\w)"
)
NO_PROSE = Late(  # letters as they are where it begins: that is sooner found
    r"```[\s\S]*?(?:```|\Z)"
    r"|`[^`\n]+`"
    rf"|{QUOTED}"
    r"|<[@#!][^<>\n]{1,200}>"
    r"|<(?i:https?|mailto|tel|slack):[^<>\n]{1,4000}>"
    rf"|h{WEB}|H{WEB}"
    r"|:(?i:[a-z][a-z0-9_+\-]{1,60}|x):"
)
ADDRESS = Late(rf"(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}}|{NO_PROSE.pattern}")
MAY_BE_ADDRESS = Late(r"@(?<=[\w.+-]@)[\w-]")
MAY_BE_NO_PROSE = Late(r"""[`<:"'](?:(?<=[`<"])|(?<=:)[a-zA-Z/]|(?<=')(?<!\w')\w)""")
CELL_END = Late(r"(?<=\S)\t(?=\S)")  # of a row that was pasted from a table
ENTITIES = Late(r"&(?:amp|lt|gt);")
ENTITY_TEXT = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


@dataclass(frozen=True, slots=True)
class Plain:
    """`lower` and `cased` have one length; `origins[i]` is where character i stands in `raw`."""

    raw: str
    lower: str
    cased: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.origins[start], self.origins[end]


@cache
def folded(character: str) -> str:
    """As NFKC says, but ① is a bullet and no number."""
    return BULLET if "①" <= character <= "⑳" else unicodedata.normalize("NFKC", character)


def blank(match: re.Match[str]) -> str:
    blanks = BLANK * len(match[0])
    return f"{BOXES.get(match[0], EMOJI)}{blanks[1:]}" if match[0][0] == ":" else blanks


def blanked(text: str) -> str:
    may_be_address = "@" in text and MAY_BE_ADDRESS.search(text)
    if may_be_address or "“" in text or MAY_BE_NO_PROSE.search(text):
        unread = ADDRESS if may_be_address else NO_PROSE
        text = unread.sub(blank, text)
    return (
        text
        if "&" not in text
        else ENTITIES.sub(lambda match: ENTITY_TEXT[match[0]].ljust(len(match[0]), BLANK), text)
    )


def read_plain(raw: str) -> Plain:
    text = blanked(raw)
    if "\t" in text:
        for end in CELL_END.finditer(text):
            text, raw = (f"{one[: end.start()]}|{one[end.end() :]}" for one in (text, raw))
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return Plain(raw, lowered(text), text, range(len(text) + 1))
    folds = {character: fold for character in set(text) if (fold := folded(character)) != character}
    origins = origins_of(text, {character: len(fold) for character, fold in folds.items() if len(fold) != 1})
    for character, fold in folds.items():
        text = text.replace(character, fold)
    return Plain(raw, lowered(text), text, origins)


def origins_of(text: str, sizes: Mapping[str, int]) -> Sequence[int]:
    """Where the folded characters come from, by the sizes of folds that are not one (… → ...)."""
    if not sizes:
        return range(len(text) + 1)
    origins: list[int] = []
    done = 0
    for place in sorted(place for character in sizes for place in found(character, text)):
        origins += range(done, place)
        origins += [place] * sizes[text[place]]
        done = place + 1
    return [*origins, *range(done, len(text) + 1)]


def found(word: str, text: str) -> Iterator[int]:
    """Where it stands."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def lowered(text: str) -> str:
    """Lower case that never changes the length, tabs as spaces."""
    lower = text.lower().replace("\t", " ")
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
