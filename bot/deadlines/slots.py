"""Where a list item says who does it without a word for it: （鈴木、12/4）, … 鈴木（12/4）, 鈴木｜…｜12/4."""

from collections.abc import Iterator

from bot.deadlines.marks import HONORIFIC, MENTION
from bot.deadlines.patterns import Late
from bot.deadlines.people import Named, Names

WORD = r"[^\s、,，()（）【】\[\]｜|:：/／・&＆→…]{1,24}"
BESIDES = r"(?=\s*(?:$|[（(｜|、,/／・&＆]|[\s〜~][0-9０-９]|\s(?:今|来|本|明|月末)))"
IN_BRACKETS = Late(r"[（(【\[]([^（()）【】\[\]]{1,60})[)）】\]](?:まで)?[。.\s|｜]*$")
WORDS = Late(WORD)
BEHIND = Late(  # one of these characters first, a dash or slash behind a space, a space behind Japanese
    r"[…・:：｜|→⇒&＆／>—―─\s–/-](?:(?<![\s–/-])|(?<=\s[–/-])|(?<=[ぁ-ヿ一-龠)）]\s))"
    rf"\s*({WORD}){BESIDES}"
)
BEFORE = Late(rf"^\s*[【\[]?({WORD})(?:[】\]]|\s*(?:[:：｜|→⇒]|=>|->))")
HONOR = Late(rf"\s?{HONORIFIC}$")


def in_slots(written: str, names: Names) -> Iterator[Named]:
    """Members named in a slot, by a mention or a name with or without さん."""
    for start, end in sorted(set(slots(written))):
        word = written[start:end]
        mention = MENTION.fullmatch(word)
        identity = mention["id"] if mention else names.get(HONOR.sub("", word.lstrip("@＠").lower()))
        if identity:
            yield Named(identity, start, end, is_owner=True, opens=False)


def slots(written: str) -> Iterator[tuple[int, int]]:
    if before := BEFORE.match(written):
        yield before.span(1)
    for behind in BEHIND.finditer(written):
        yield behind.span(1)
    if brackets := IN_BRACKETS.search(written):
        for word in WORDS.finditer(written, *brackets.span(1)):
            yield word.span()
