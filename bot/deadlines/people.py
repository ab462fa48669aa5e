"""Who is named in a sentence, and whether something is asked of them or only about them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.deadlines.alternatives import any_of, one_of
from bot.deadlines.english.asking import LABEL
from bot.deadlines.english.speech import VERBS
from bot.deadlines.model import Mentionable
from bot.deadlines.plain import BLANK
from bot.deadlines.titles import IN_CHARGE, WORK

DRAWN_OUT = ("さーん", "さ〜ん", "さ～ん", "さぁん")
HONORIFICS = (
    *(
        "さん",
        *DRAWN_OUT,
        "様",
        "さま",
        "くん",
        "君",
        "ちゃん",
        "氏",
        "殿",
        "先生",
        "部長",
        "課長",
        "係長",
        "主任",
    ),
    *("リーダー", "-san", "san"),
)
HONORIFIC = rf"(?:{'|'.join(HONORIFICS)})"
LONGEST_NAME = 24
MENTION = re.compile(r"<@(?P<id>[A-Z0-9]+)(?:\|[^<>]*)?>")
MARKED = (
    rf"<@(?P<id>[A-Z0-9]+)(?:\|[^<>]*)?>(?:\s?{HONORIFIC})?"
    rf"|[@＠](?<![\w.].)(?P<at>[^\s@＠<>、。,:;!?()（）]{{1,{LONGEST_NAME}}})"
    r"|(?P<named>"
)
AT = re.compile(rf"(?=[<@＠])(?:{MARKED}(?!)))", re.IGNORECASE)
PERSON = re.compile(
    rf"{MARKED}(?:(?<=^)|(?<=[^\w])|(?<=[ぁ-ん]))(?:[^\W\dぁ-ん_]|"
    rf"[.・]){{1,{LONGEST_NAME}}}(?:\s[^\W\dぁ-ん_]{{1,{LONGEST_NAME}}})?)\s?{HONORIFIC}",
    re.IGNORECASE,
)
HONORED = re.compile("|".join(HONORIFICS))
FIRST_WORD = re.compile(r"(?<![\w@.<>|/-])[^\W\d_][\w.'-]{0,23}")
SURNAME = re.compile(r"\s[A-Z][\w'-]{1,23}")
SIGNS = ("@", BLANK, *HONORIFICS, "さ~ん")
MARKS = re.compile("|".join((*SIGNS, "＠")))
WITH_ANOTHER = rf"[^\s、。]{{1,8}}{HONORIFIC}(?:は|が|で|[、\s])"  # 田中さんと鈴木さんは
OBJECT_BEHIND = re.compile(
    rf"(?:\s?{HONORIFIC})?\s?(?:たち)?"
    + one_of(
        r"(?:に|へ(?![\s:：,、]|$))(?!\s?(?:は|も)?\s?"
        r"(?:お願い|お任せ|任せ|頼|担当|(?<=[はも])[、\s]?[^。、]{2,40}(?:お願い|頼|任せ)|"
        rf"アサイン|割り当て|(?:{WORK})を?(?:お願い|して)|"
        r"[^、。]{1,14}[てで](?:もらう|いただく)$))",
        r"から",
        r"(?:じゃ|では)なく",
        rf"と(?!して|\s?[<@＠]|{WITH_ANOTHER})",
        r"の(?!方で|ほうで|(?<=\s.)[ぼりどれ]|担当|タスク|宿題|対応)",
        r"宛|経由|を",
        r"も(?:cc|参加)",
        r"および|及び",
        r"が(?:言|作成し|書い|[^、。]{1,12}(?:ので|ため|から|けど))",
        r"より|にも|まで",
        r"['’]s\b(?!\s(?:to-?dos?|tasks?|action))",
    )
)
OBJECT_BEFORE = re.compile(
    one_of(
        r"\b"
        + one_of(
            r"to|with|from|for|by|cc|cc'd",
            r"(?<=\s)and",
            r"ask|tell|ping|about|of|at|via|than|see|inform|notify|remind|contact|help|email",
            r"message|call|copy",
            r"loop(?:ing)?\sin",
            r"thanks|thank|let|give|show|send|hand|forward",
        )
        + r"[\s:]",
        r"(?:cc|cc:|CC[:：])\s?",
    )
    + r"$",
    re.IGNORECASE,
)
OWNING_BEFORE = re.compile(
    r"(?:assign(?:ed)?\s(?:it\s|this\s)?to|owner\s?(?:is|[:=])|assignee\s?[:=]?|"
    r"action\s(?:item\s)?for|(?:things|asks|tasks)\sfor|over\sto|"
    rf"{IN_CHARGE}|owner|オーナー\s?(?:は|[:：]))\s?$",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"^\s?(?:[,:!、：]|[-–—]\s|\s?(?:can|could|will|would|please|pls|to|needs?|has|have|should|must|"
    r"is\sto|shall|ought)\b(?!['’]t))",
    re.IGNORECASE,
)
ASKING_BEFORE = re.compile(
    any_of(
        r"(?:^|[\s,.(])"
        + one_of(
            r"can|could|would|will|hi|hey|hello|dear|morning|afternoon|evening|thanks|and|then",
            r"while|but|so|also",
        )
        + r"\s$",
        r"[(（]$",
        r"[:：]\s?$",
        r"(?:から|ので|けど|が)、$",
        r"^[\s*_]*$",
    ),
    re.IGNORECASE,
)

GREETED = re.compile(  # and called: URGENT @bob, reminder: @bob
    r"^(?:\W|:[a-z0-9_+-]+:)*"
    + one_of(
        one_of(
            r"hi|hey|hello|dear|yo",
            r"ok(?:ay)?",
            r"so|sorry|thanks|thank\syou",
            r"(?:good\s)?(?:morning|afternoon|evening)",
        ),
        one_of(
            r"(?:[a-z]+\s)?reminder",
            r"urgent|asap|important|fyi|psa|heads[\s-]up|ping",
            r"(?:quick|small)\s(?:one|question|ask|favou?r)",
            r"note|緊急|至急|大至急|急ぎ|リマインド?|再送|連絡|お知らせ",
        ),
    )
    + r"?\W*$",
    re.IGNORECASE,
)
TOLD_ABOUT = re.compile(  # @bob is away: spoken about
    any_of(
        r"\s"
        + one_of(
            r"(?:is|was|has|had)\s(?!(?:to|it|this|that|there|the|your|our|any\w*|every\w*|you)\b)",
            r"will\s(?!you\b)",
            r"(?:isn't|wasn't|hasn't|can't|won't|isn’t|can’t|won’t)\s"
            r"(?!(?:it|this|that|there|the|you)\b)",
            r"(?!need)[a-z]{2,12}ed\s",
        ),
        r"(?:'s|’s)\s",
    ),
    re.IGNORECASE,
)
SLOT_BEFORE = re.compile(
    r"(?:[^\s:(\[–—-]\s?[–—:→|⇒]|[^\s]\s(?:-{1,2}|[-=]>|[-=]&gt;)|[\[(]|\([^()]{1,22}[,;:])\s?$"
)
SLOT_BEHIND = re.compile(
    r"\s?"
    + one_of(
        r"$",
        r"[,;|)\]]",
        r"\((?=[^()]*\)\W*$)",
        r"[–—-]\s",
        r"[+&]\s",
        r"(?:by|until|till?|due|before|on|next|this|today|tomorrow|asap)\b",
    ),
    re.IGNORECASE,
)
LAST_BEFORE = re.compile(r"\s[^\sA-Z<@]\S*,\s$")  # list of the keys, Bob, Friday
LAST_BEHIND = re.compile(r"\s?(?:$|,\s(?![A-Z][a-z]+(?:,|$)(?<!day,)(?<!day)))")
ACTING = re.compile(rf"\s{VERBS}(?:e?s)?\s", re.IGNORECASE)
JOINED_BEFORE = re.compile(
    r"^\W*(?!Can|Could|Will|Would|Then)[A-Z][\w'-]+\s(?:and|&)\s$"
)  # Grace and (Emma) to prepare
LISTED_BEFORE = (", ", "; ")  # Bob to draft, Emma to review
TASKED = re.compile(
    r"\s(?:to|will|please|should|must|(?:needs|has|is)\sto|(?:can|could|would)\syou)\s", re.IGNORECASE
)


Names = Mapping[str, str | None]


class Named(NamedTuple):
    """A person and where the text names them, `start`–`end` in what was searched."""

    id: str
    start: int
    end: int
    is_owner: bool
    opens: bool  # stands at the beginning: spoken to


@lru_cache(maxsize=32)
def names_of(people: tuple[Mentionable, ...]) -> Names:
    """Names in lower case to ids, None where several people share one."""
    index: dict[str, str | None] = {}
    for person in people:
        for name in written_names(person):
            index[name] = None if index.get(name, person.id) != person.id else person.id
    return index


def written_names(person: Mentionable) -> set[str]:
    full = {name.strip().lower() for name in (person.name, person.real_name)}
    parts = {part for name in full for part in re.split(r"[\s　]+", name)}
    return (full | parts | {re.sub(r"[\s　]", "", name) for name in full}) - {""}


def named_in(
    text: str, names: Names, *, marked: bool = True, plainly: bool = True, listed: bool = False
) -> list[Named]:
    """Everybody named in a sentence as it stands in Slack, in its order: `marked` (@, さん) or `plainly`.

    Those `listed` may stand in a place of their own: budget draft – Bob, Friday.
    """
    found = list(named_with_mark(text, names)) if marked and MARKS.search(text) else []
    if plainly:
        found += plainly_named(text, names, listed=listed)
    if len(found) < 2:
        return found
    kept: list[Named] = []
    for one in sorted(found, key=lambda named: named.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def named_with_mark(text: str, names: Names) -> Iterator[Named]:
    """<@U1>, @name and 名前さん."""
    for match in (PERSON if HONORED.search(text) else AT).finditer(text):
        start, end, identity = match.start(), match.end(), match["id"]
        if identity is None and names:
            identity, start, end = looked_up(match, names)
        if identity:
            yield Named(identity, start, end, owns(text, start, end), opens(text, start, end))


def looked_up(match: re.Match[str], names: Names) -> tuple[str | None, int, int]:
    """The longest part of what was found that is a name: the end of 件で鈴木, the start of @bobさん."""
    if match["at"]:
        name = match["at"].lower()
        for size in range(len(name), 0, -1):
            if names.get(name[:size]):
                end = match.start("at") + size
                honored = re.compile(rf"\s?{HONORIFIC}").match(match.string, end)
                return names[name[:size]], match.start(), honored.end() if honored else end
        return None, 0, 0
    name = match["named"].lower()
    for cut in range(len(name)):
        if identity := names.get(name[cut:]):
            return identity, match.start("named") + cut, match.end()
    return None, 0, 0


def plainly_named(text: str, names: Names, *, listed: bool) -> Iterator[Named]:
    """Bob, can you … / Bob to update … / 担当: 鈴木 / (鈴木): where only a person can stand."""
    if names.keys().isdisjoint(map(str.lower, FIRST_WORD.findall(text))):
        return
    for match in FIRST_WORD.finditer(text):
        if match[0].lower() in names:
            start, end = match.start(), end_of_name(match, names)
            identity = names.get(text[start:end].lower())
            if identity and (is_addressed(text, start, end) or (listed and is_entered(text, start, end))):
                yield Named(identity, start, end, True, opens(text, start, end))


def end_of_name(first: re.Match[str], names: Names) -> int:
    """With the surname behind the first name, where that is a name too: whole names hold their parts."""
    full = SURNAME.match(first.string, first.end())
    return full.end() if full and first.string[first.start() : full.end()].lower() in names else first.end()


def is_addressed(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 24) : start], text[end : end + 16]
    if OWNING_BEFORE.search(before):
        return True
    if JOINED_BEFORE.match(before):
        return False
    if not ASKING_BEFORE.search(before):
        return before[-2:] in LISTED_BEFORE and bool(TASKED.match(text, end))
    return bool(
        ADDRESSED.match(behind)
        or behind[:1] in ")）"
        or (re.match(r"\s\w", behind) and re.search(r"(?:can|could|would|will)\s$", before, re.IGNORECASE))
    )


def is_entered(text: str, start: int, end: int) -> bool:
    """Budget draft – Bob, Friday; Bob sends the draft: where an item says whose it is."""
    before = text[max(0, start - 24) : start]
    if not LABEL.sub("", before).strip():
        return bool(ACTING.match(text, end))
    if SLOT_BEFORE.search(before):
        return bool(SLOT_BEHIND.match(text, end))
    return bool(LAST_BEFORE.search(before) and LAST_BEHIND.match(text, end))


def owns(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 24) : start]
    if OWNING_BEFORE.search(before):
        return True
    return not OBJECT_BEHIND.match(text, end) and not OBJECT_BEFORE.search(before)


def opens(text: str, start: int, end: int) -> bool:
    return not TOLD_ABOUT.match(text, end) and bool(GREETED.match(MENTION.sub("", text[:start])))
