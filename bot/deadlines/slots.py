"""Where a list item says who does it without a word for it: （鈴木、12/4）, … 鈴木（12/4）, 鈴木｜…｜12/4."""

from collections.abc import Iterator

from bot.deadlines.marks import HONORIFIC, MENTION
from bot.deadlines.patterns import Late
from bot.deadlines.people import Named, Names

WORD = r"[^\s、,，()（）【】\[\]｜|:：/／・&＆→…]{1,24}"
FULL_NAME = rf"{WORD}(?:[ \u3000](?:[A-Z][\w'’-]{{1,23}}|[一-龠]{{1,4}}))?"
BESIDES = r"(?=\s*(?:$|[（(｜|、,/／・&＆]|[\s〜~][0-9０-９]|\s(?:今|来|本|明|月末)))"
IN_BRACKETS = Late(r"[（(【\[]([^（()）【】\[\]]{1,60})[)）】\]](?:まで)?[。.\s|｜]*$")
WORDS = Late(WORD)
FULL_NAMES = Late(FULL_NAME)
BEHIND = Late(  # one of these characters first, a dash or slash behind a space, a space behind Japanese
    r"[…・:：｜|→⇒&＆／>—―─\s–/-](?:(?<![\s–/-])|(?<=\s[–/-])|(?<=[ぁ-ヿ一-龠)）]\s))"
    rf"\s*({FULL_NAME}){BESIDES}"
)
BEFORE = Late(rf"^\s*[【\[]?({FULL_NAME})(?:[】\]]|\s*(?:[:：｜|→⇒]|=>|->))")
HONOR = Late(rf"\s?{HONORIFIC}$")


def in_slots(written: str, names: Names) -> Iterator[Named]:
    """Members named in a slot, by a mention or a name with or without さん."""
    last = 0
    for start, end in sorted(set(slots(written)), key=lambda span: (span[0], -span[1])):
        word = written[start:end]
        mention = MENTION.fullmatch(word)
        identity = mention["id"] if mention else names.get(HONOR.sub("", word.lstrip("@＠").lower()))
        if identity and start >= last:
            last = end
            yield Named(identity, start, end, is_owner=True, opens=False)


def slots(written: str) -> Iterator[tuple[int, int]]:
    if before := BEFORE.match(written):
        yield before.span(1)
    for behind in BEHIND.finditer(written):
        yield behind.span(1)
    if brackets := IN_BRACKETS.search(written):
        for name in FULL_NAMES.finditer(written, *brackets.span(1)):
            yield name.span()
            yield from (word.span() for word in WORDS.finditer(written, *name.span()))
