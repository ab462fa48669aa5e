"""A text without its deadline, its owner and what surrounds them."""

import re
from collections.abc import Iterable

from bot.deadlines.patterns import Late, any_of, one_of
from bot.deadlines.urgency import MARK, URGENT_WORDS, is_marked

Cut = tuple[int, int]

SEMICOLON = r"(?<!&amp)(?<!&lt)(?<!&gt);"  # not the end of what Slack writes for & < >
BLANKS = r"[ \t\u3000]"  # never a new line: notes follow it
BLANK_CHARACTERS = {" ", "\t", "\u3000", "\n"}
AROUND_DEADLINE = Late(
    rf"{BLANKS}*(?:の(?:どこか|いずれか|間|うち|中))?(?:まで(?!も))?"
    + one_of(
        r"(?<=まで)(?:です|だ|な)(?:から|ので|し)",
        r"に(?:は|て)?(?![^\s、]{0,2}[つ関])",
        r"で(?:す)?",
        r"は",
        r"って(?=[、,])",
        r"の",
        r"とし(?:て|ます)",
    )
    + rf"?[、,:]?(?:です)?(?:itself\b)?{BLANKS}?(?:(?<=deadline\s)for\s)?",
    re.IGNORECASE,
)
BEFORE_DEADLINE = Late(
    rf"(?:{BLANKS}|\b(?:on|at|by|for|from|in|the|due|around|about){BLANKS}+)*$", re.IGNORECASE
)
NOUN_OF_LABEL = Late(r"[一-龠々]{2}$")  # 回答期限は12/4: what is due is not the answer alone
COUNTED_BACK = Late(r"\d{1,2}(?:営業日|日|週間|[かヶ]月|時間)前")  # リリースの1週間前の12月6日
EVENT = Late(r"[^をはが、。\s]{1,10}の$")
EVENT_OF_DAY = Late(  # 面接前日
    r"(?:^|(?<=[をはがに、。\s>]))(?!各自|各々|全員|必ず|遅くとも)[^をはがに、。\s>]{1,10}$"
)
LABEL_WORDS = ("期限", "期日", "納期", "締", "〆")
EVERYBODY = Late("(?:全員|皆さん|みなさん|皆様)[、 \u3000]?$")
PARTICLE_PAUSE = Late("[をにへ]、$")  # 資料を、金曜までに送る
OWN_PREPOSITION = Late(r"(?:by|before|until|within|in|no\slater)\b", re.IGNORECASE)
BRACKETS = {"(": ")", "（": "）", "[": "]", "「": "」", "【": "】"}
LEFT_OPEN = Late(r"[(（\[【「][\s・、,/]*$")  # （鈴木・至急）
BRACKET_BEFORE = Late(r"[(（][A-Za-z ]{1,16}$")  # (expires Dec 9): words that only the date needs
CLOSING = (")", "）")
EMPTY_BRACKETS = Late(
    r"[(（\[【「]\s*(?:できれば|可能(?:なら|であれば)|遅くとも|なるべく)?"
    r"[:：、,・/／&＆と〜~〆締切期限迄までdue\s]{0,4}[)）\]】」]"
)
WORK = (  # asked of whom it is given to, not told: 鈴木さんに更新をお願い, not 連絡をお願い
    any_of(
        r"対応|作成|担当|修正|更新|再発行|発行|手続き?|印刷|撮影|運転|司会|掃除|片付け|設定",
        r"登録|翻訳|レビュー|手配|準備|調査|検証|実装|発注|集計|整理|校正|清書",
    )
)
AROUND_OWNER = Late(
    rf"(?:\s(?:and|&|&amp;|\+)\s(?:<@[^<>\n]+>|@[\w.-]+))*(?:\s[+&](?=\s[a-z]))?{BLANKS}?"
    + one_of(
        r"が|は|へ",
        r"も(?![ううしちっら])",
        r"で(?![すしも。]|$)",
        r"と(?=\s?[<@＠]|[^\s、。]{1,8}(?:さん|くん|様))",
        r"の(?:方|ほう)で",
        r"に(?:は|も)(?=[、\s]?[^。、]{2,40}(?:お願い|頼|任せ|ほし|欲し|(?:いただ|もら)[きいえけ]))",
        rf"に(?={BLANKS}?(?:お願い|お任せ|任せ|{WORK}|"
        r"[^、。]{1,14}[てで](?:もらう|いただく)(?:[。\s]|$)))",
    )
    + r"?[ \t\u3000、,:：]*(?:[-–—]\s)?(?:to (?=[a-z]))?"
)
IN_CHARGE = r"(?:依頼先\s?[:：]|担当(?:者)?\s?(?:は(?:変わらず|引き続き)?|[:：=]))"
LABEL_OF_OWNER = Late(
    r"(?<![\w.])@[\w.-]{1,24}\s(?:and|&|&amp;)\s$|"
    r"(?<=[をがに])、\s?$|"
    r"\s?(?:[＞←]|&gt;)\s?$|"
    rf"[ \t\u3000、,]*(?:{IN_CHARGE}|owner\s?[:=]|assign(?:ed)?\sto|assignee\s?[:=]?|"
    r"action\s(?:items?\s)?for)\s?$",
    re.IGNORECASE,
)
EVERYONE = "(?:channel|here|everyone)"
CALL = Late(rf"(?:<!(?:{EVERYONE}|subteam)[^<>]*>|@(?<![\w@]@){EVERYONE}(?![A-Za-z0-9_.])){BLANKS}*")
DOUBLED = Late(rf"(?<![、,・/／ \u3000])[、,・/／ \u3000]++(?=[)）])|[、,]{BLANKS}*(?=[、,])")
CODE = Late(r"`([^`\n]+)`(?:\s(?=[ぁ-ん]))?")
LABELLED = Late(r"(?:(?<=[ぁ-龠])\s)?<(?:https?|mailto|tel):[^<>|\n]+\|([^<>\n]+)>(?:\s(?=[ぁ-ん]))?")
SPACES = Late(rf"{BLANKS}{{2,}}")
UNTIDY = Late(  # one of these characters first: only there is a look at what follows worth it
    rf"[`(（\[【「 \t\u3000、,](?:(?<=[`(（\[【「])|(?<={BLANKS}){BLANKS}|(?<=[、,]){BLANKS}*[、,)）])"
)
MARGIN = " \t\u3000、,;"
MARGIN_BEHIND = Late(rf"(?:[ \t\u3000、,]|{SEMICOLON})+$")


def deadline_cut(text: str, start: int, end: int) -> Cut:
    """The deadline at start–end with the particles and brackets that only it needed."""
    behind = AROUND_DEADLINE.match(text, end)
    before = (
        BEFORE_DEADLINE.search(text[max(0, start - 24) : start])
        if text[start - 1 : start] in BLANK_CHARACTERS and not OWN_PREPOSITION.match(text, start)
        else None
    )
    first = start - len(before[0]) if before else start
    if everybody := EVERYBODY.search(text, max(0, start - 6), start):
        first = everybody.start()
    if PARTICLE_PAUSE.search(text, max(0, start - 2), start):
        first = start - 1
    if COUNTED_BACK.match(text, start) and (event := EVENT.search(text, max(0, start - 12), start)):
        first = event.start()
    if text.startswith("前日", start) and (event := EVENT_OF_DAY.search(text, max(0, start - 12), start)):
        first = event.start()
    if text.startswith(LABEL_WORDS, start) and (noun := NOUN_OF_LABEL.search(text, max(0, start - 2), start)):
        first = noun.start()
    end = behind.end() if behind else end
    if text[end : end + 1] in CLOSING and (bracket := BRACKET_BEFORE.search(text, max(0, first - 20), first)):
        return bracket.start(), end + 1
    return opened_before(text, first, end), end


def opened_before(text: str, start: int, end: int) -> int:
    """The start, moved over the bracket that is closed within: スプリント末(12/11)まで."""
    closes = BRACKETS.get(text[start - 1 : start])
    return start - 1 if closes and closes in text[start:end] else start


def owner_cut(text: str, start: int, end: int) -> Cut:
    behind = AROUND_OWNER.match(text, end)
    label = LABEL_OF_OWNER.search(text[max(0, start - 24) : start])
    return start - (len(label[0]) if label else 0), (behind.end() if behind else end)


def without(text: str, start: int, end: int, cuts: Iterable[Cut]) -> str:
    """text[start:end] without the cuts, its priority mark, brackets left empty and doubled spaces."""
    parts, position = [], start
    marks = (mark.span() for mark in MARK.finditer(text, start, end)) if is_marked(text, start, end) else ()
    places = sorted((*cuts, *marks))
    if not places:
        return tidy(text[start:end])
    for first, last in places:
        parts.append(text[position : max(first, position)])
        position = max(position, last)
    parts.append(text[position:end])
    return tidy(joined(part for part in parts if part))


def joined(parts: Iterable[str]) -> str:
    """Latin words keep a space where something was cut between them."""
    text = ""
    for part in parts:
        needs_space = text and text[-1].isascii() and part[0].isascii() and text[-1] not in " \t\n(["
        text += f" {part}" if needs_space and not part[0].isspace() and part[0] not in ".,!?)" else part
    return text


def tidy(text: str) -> str:
    if "@" in text or "<!" in text:
        text = CALL.sub("", text)
    if UNTIDY.search(text):
        text = EMPTY_BRACKETS.sub(" ", CODE.sub(r"\1", text))
        text = SPACES.sub(" ", DOUBLED.sub("", text))
    text = text.lstrip(f"{MARGIN}→⇒")
    return MARGIN_BEHIND.sub("", text) if text[-1:] in f"{MARGIN}\n" else text


def without_urgency(text: str) -> str:
    return tidy(LEFT_OPEN.sub("", URGENT_WORDS.sub("", text)))


def with_labels(title: str) -> str:
    """Links by what they are called; without a name they stay, since nothing else says what is meant."""
    return LABELLED.sub(r"\1", title)
