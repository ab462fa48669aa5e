"""What somebody who is named is in a sentence: whose task it is, spoken to, or only spoken about."""

import re

from bot.deadlines.english.asking import LABEL
from bot.deadlines.english.words import VERBS
from bot.deadlines.marks import HONORIFIC, MENTION
from bot.deadlines.patterns import Late, any_of, one_of
from bot.deadlines.titles import IN_CHARGE, WORK

WITH_ANOTHER = rf"[^\s、。]{{1,8}}{HONORIFIC}(?:は|が|で|[、\s])"  # 田中さんと鈴木さんは
OBJECT_BEHIND = Late(
    rf"(?:\s?{HONORIFIC})?\s?(?:たち)?"
    + one_of(
        r"(?:に|へ(?![\s:：,、。]|$))(?!\s?(?:は|も)?\s?"
        r"(?:お願い|お任せ|任せ|頼|担当|(?<=[はも])[、\s]?[^。、]{2,40}(?:お願い|頼|任せ|ほし|欲し|(?:いただ|もら)[きいえけ])|"
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
        r"より|まで",
        r"['’]s\b(?!\s(?:to-?dos?|tasks?|action))",
    )
)
OBJECT_BEFORE = Late(
    one_of(
        r"\b"
        + one_of(
            r"to|with|from|for|by|cc|cc'd",
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
NEEDED_FROM = Late(r"\bfrom\s$", re.IGNORECASE)  # from Bob I need the certificates
I_NEED = Late(r"\s(?:i|we)(?:'d|\swould|\sstill|\salso)?\sneed\b", re.IGNORECASE)
AND_BEFORE = Late(r"\sand\s$", re.IGNORECASE)
OWNING_BEFORE = Late(
    r"(?:assign(?:ed)?\s(?:it\s|this\s)?to|owner\s?(?:is|[:=])|assignee\s?[:=]?|"
    r"action\s(?:item\s)?for|(?:things|asks|tasks)\sfor|over\sto|"
    rf"{IN_CHARGE}|owner|オーナー\s?(?:は|[:：]))\s?$",
    re.IGNORECASE,
)
ADDRESSED = Late(
    r"^\s?(?:[,:!、：]|[-–—]\s|\s?(?:when(?:ever)?|if|once|u|you|the|quick|can|could|will|would|please|pls|to|needs?|has|have|should|must|"
    r"is\sto|shall|ought)\b(?!['’]t))",
    re.IGNORECASE,
)
ASKING_BEFORE = Late(
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
GREETED = Late(  # and called: URGENT @bob, reminder: @bob
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
TOLD_ABOUT = Late(  # @bob is away: spoken about
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
SLOT_BEFORE = Late(
    r"(?:[^\s:(\[–—-]\s?[–—:→|⇒]|[^\s]\s(?:-{1,2}|[-=]>|[-=]&gt;)|[\[(]|\([^()]{1,22}[,;:])\s?$"
)
SLOT_BEHIND = Late(
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
LAST_BEFORE = Late(r"\s[^\sA-Z<@]\S*,\s$")  # list of the keys, Bob, Friday
LAST_BEHIND = Late(r"\s?(?:$|,\s(?![A-Z][a-z]+(?:,|$)(?<!day,)(?<!day)))")
CALLED_BEFORE = Late(  # give it one more read, Bob? By noon Emma
    any_of(
        rf"(?-i:{LAST_BEFORE.pattern})",
        r"\b(?:noon|today|tomorrow|tmrw|tonight|week|eod|cob|asap|please|pls|plz|\d(?:[ap]m)?|"
        r"(?:mon|tues|wednes|thurs|fri)day|mon|tues?|wed|thu|fri)\s$",
    ),
    re.IGNORECASE,
)
CALLED_BEHIND = Late(r"[.,?!](?:\s|$)|\s?$")
ACTING = Late(rf"\s{VERBS}(?:e?s)?\s", re.IGNORECASE)
JOINED_BEFORE = Late(
    r"^\W*(?!Can|Could|Will|Would|Then)[A-Z][\w'-]+\s(?:and|&)\s$"
)  # Grace and (Emma) to prepare
LISTED_BEFORE = (", ", "; ")  # Bob to draft, Emma to review
IS_TO = Late(
    r",?\s(?:to|will|please|should|must|(?:needs|has|is)\sto|(?:can|could|would)\s(?:you|u|ya))\s",
    re.IGNORECASE,
)


def is_addressed(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 24) : start], text[end : end + 16]
    if OWNING_BEFORE.search(before):
        return True
    if JOINED_BEFORE.match(before):
        return False
    if CALLED_BEFORE.search(before) and CALLED_BEHIND.match(text, end):
        return True
    if not ASKING_BEFORE.search(before):
        return before[-2:] in LISTED_BEFORE and bool(IS_TO.match(text, end))
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
        return bool(SLOT_BEHIND.match(text, end) or IS_TO.match(text, end))
    return bool(LAST_BEFORE.search(before) and LAST_BEHIND.match(text, end))


def owns(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 24) : start]
    if OWNING_BEFORE.search(before):
        return True
    if NEEDED_FROM.search(before) and I_NEED.match(text, end):
        return True
    if OBJECT_BEHIND.match(text, end) or OBJECT_BEFORE.search(before):
        return False
    return bool(not AND_BEFORE.search(before) or IS_TO.match(text, end))  # and @bob can you …


def opens(text: str, start: int, end: int) -> bool:
    return not TOLD_ABOUT.match(text, end) and bool(GREETED.match(MENTION.sub("", text[:start])))
