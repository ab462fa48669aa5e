"""Items of lists: when they are tasks without a word that asks, and what else an item says."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.deadlines import speech
from bot.deadlines.english import noting
from bot.deadlines.english.tidying import VERB
from bot.deadlines.headings import ONE_PERSON
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.marks import HONORIFIC, MENTION
from bot.deadlines.parts import Part
from bot.deadlines.patterns import Late, any_of, one_of
from bot.deadlines.plain import EMOJI
from bot.deadlines.slots import IN_BRACKETS
from bot.deadlines.spoken import Spoken
from bot.deadlines.titles import with_labels

OTHERS = rf"(?:\s?[+&,/]\s?{MENTION.pattern})*".replace("?P<id>", "?:")
ASSIGNING = Late(rf"{OTHERS}\s?(?:[:：→]|->|=>|[–—-]\s)")  # behind the owner an item opens with
FOLLOWED_UP = Late(r"\s[→⇒]\s?.*\)$")  # ・椅子が足りない → 倉庫から出す（鈴木さん、12/4）
LED_TO = Late(
    any_of(
        r"(?:…{2}|[.・]{4})\s?\S",
        rf"(?:→|⇒|->|←)\s?(?:<@[^<>]+>|[^\s、。→]{{1,12}}?{HONORIFIC})",
    )
)
SLOT = Late(  # …を書く→山本さん
    r"\s*"
    + one_of(
        r"(?:…{2,}|[.・]{4,}|(?<=\s)担当(?:者)?\s?[:：])\s*(?P<who>.*)",
        rf"(?:→|⇒|->)\s*(?P<one>[^→]{{1,12}}{HONORIFIC})?(?:だ?そうです|です)?",
    )
    + r"$"
)
APART = Late(r"[\w)）」]\s?[-–—―→⇒←…・:：|｜/／>]\s?$|[ぁ-ヿ一-龠]\s+$")  # before who does it
VERB_APART = Late(r"[:：](?=[一-龠]?[ぁ-ん]{1,4}$)")  # 返金の案：作る
UNSETTLED = Late(  # （担当は後日）
    any_of(
        r"(?:\s?[—–-]\s?)?(?:期限|担当)(?:なし|未定)$",
        r"^担当未定[:：]\s?",
        r"[（(]"
        + one_of(
            r"(?:担当|時期|期限|期日|締切)[^（）()]*",
            r"未定|調整中",
            r"(?:(?:owner|date|who|when)\s)?(?:tb[cd]|\?+)",
            r"no\s(?:rush|hurry|date)|please|pls|anyone|anybody",
        )
        + r"[）)]$",
    ),
    re.IGNORECASE,
)
EMOJI_BEFORE = Late(r"^(?::[a-z0-9_+-]+:\s*)+")
ASIDE = Late(r"[（(][^（()）]*[)）]")  # ~~request a permit~~ (not needed)
WORDS = Late(r"[^\W\d]")
CELL = Late(r"[\s|｜]*[|｜][\s|｜]*")
STATE = Late(  # how far it is: no thing to do
    any_of(
        r"not\sstarted|in\sprogress|to\s?do|open|pending|planned|blocked|new|wip|low|mid|medium|high|normal",
        r"(?:未(?:着手|対応|完了|了)?|着手|進行中|対応中|作業中|保留|[高中低])",
    ),
    re.IGNORECASE,
)


def is_task(part: Part, *, in_list: bool) -> bool:
    """Whether its place says so: an open box, the list below a heading, an arrow below a topic."""
    sentence = part.spoken.sentence
    if sentence.box == "open":
        return True
    if not (in_list or part.spoken.is_pointed or is_followed_up(part) or is_noted(part)) or continues(part):
        return False
    if part.spoken.is_settled or speech.DECISION_HEADING.match(part.spoken.text):
        return False
    if leads_to_a_request(part):
        return False
    return (sentence.bullet != "" or is_row(part)) if in_list else follows_up(part)


def is_noted(part: Part) -> bool:
    """※名簿を渡す …… 各担任、12/4まで, ・椅子（鈴木さん、12/4まで）: below a topic, with who and when."""
    bullet, owner, written = part.spoken.sentence.bullet, part.owner, part.spoken.written
    bullet = bullet or (EMOJI if part.spoken.text.startswith(EMOJI) else "")
    if not (bullet and part.meant):
        return False
    if owner and (bullet == "※" or (part.meant.limits and IN_BRACKETS.search(written, owner.start - 1))):
        return True
    return (part.meant.limits and bool(LED_TO.search(written))) or closes_with_who_and_when(part)


def closes_with_who_and_when(part: Part) -> bool:
    """Count sheets - <@U1>, Dec 18."""
    if not (part.owner and part.meant):
        return False
    written, (start, end) = part.spoken.written, part.owner[1:3]
    first, last = part.reading.plain.span(part.meant.start, part.meant.end)
    offset = part.spoken.span[0]
    if first - offset < end or not APART.search(written, 0, start):
        return False
    return not WORDS.search(written[end : first - offset] + written[last - offset :])


def is_followed_up(part: Part) -> bool:
    text = part.spoken.text
    return part.spoken.sentence.bullet != "" and text.endswith(")") and bool(FOLLOWED_UP.search(text))


def continues(part: Part) -> bool:
    """Whether the item began with another sentence."""
    index, sentences = part.spoken.index, part.reading.sentences
    return index > 0 and sentences[index - 1].item == sentences[index].item


def leads_to_a_request(part: Part) -> bool:
    """・時計のずれた店があります。確認してください: the item tells first, and asks then."""
    index, reading = part.spoken.index, part.reading
    if (
        part.spoken.asks
        or not speech.STATEMENT.search(part.spoken.text)
        or index + 1 == len(reading.sentences)
    ):
        return False
    below = reading.spoken(index + 1)
    return below.sentence.item == part.spoken.sentence.item and below.asks


def is_row(part: Part) -> bool:
    """Whether a line without a mark says who, when or what to do, as the rows of a table do."""
    if not part.spoken.is_japanese and noting.is_noted(part.spoken.written):
        return True
    if "|" in part.spoken.text:
        return True
    says_something = part.owner or part.dates or japanese_asking.does(part.rest)
    return bool(says_something) and not (part.spoken.asks or speech.STATEMENT.search(part.spoken.text))


def follows_up(part: Part) -> bool:
    """→ 求人票を直す（鈴木さん、今週中）, not → 来月から始めることに決定."""
    spoken = part.spoken
    if spoken.index in part.reading.deciding or speech.OPEN.search(spoken.text):
        return False
    if spoken.looks_back or speech.STATEMENT.search(spoken.text) or speech.TOLD.search(spoken.text):
        return False
    return bool(part.owner or part.dates or (spoken.is_japanese and japanese_asking.does(part.rest)))


def has_labelled_cells(part: Part) -> bool:
    """Renew the permit | Owner: (open) | Due: 12/18."""
    cells = part.spoken.text.split("|")[1:]
    return any(speech.DETAIL.match(cell.strip()) for cell in cells)


def title_of_item(title: str, part: Part) -> str:
    """Without what is still open about it; of a row (no bar in code or a link makes one) its thing."""
    if ASIDE.fullmatch(title):
        return ""
    title = with_labels(title) if "<" in title else title
    title = EMOJI_BEFORE.sub("", title) if title.startswith(":") else title
    if "|" in part.spoken.text:
        title = title_of_row(title)
    if slot := SLOT.search(title):
        who = slot["who"] or slot["one"]
        title = title[: slot.start()] + (f"（{who}）" if who else "")
    return VERB_APART.sub("を", UNSETTLED.sub("", title)).rstrip(" \u3000—―─/／")


def title_of_row(row: str) -> str:
    """Its first cell that says something, with who could not own it: book the hall (Kim)."""
    cells = [one.strip() for one in CELL.split(row) if WORDS.search(one)]
    cells = [one for one in cells if not (speech.DETAIL.match(one.lower()) or STATE.fullmatch(one))]
    others = [one for one in cells if ONE_PERSON.match(one)]
    things = [one for one in cells if one not in others]
    if things and (done := next(filter(VERB.match, things), None)) not in (None, things[0]):
        return f"{done} ({things[0]})"
    if things and (done := next(filter(japanese_asking.does, things), None)) not in (None, things[0]):
        return f"{done}（{things[0]}）"
    return "".join([*things[:1], *(f"（{one}）" for one in others)])


def rest_of_items(every: Sequence[Part]) -> Mapping[int, list[Part]]:
    """What list items say behind their first sentence or in fields below it, by the number of the item."""
    found: dict[int, list[Part]] = {}
    last = -1
    for part in every:
        sentence = part.spoken.sentence
        if not (sentence.bullet and continues(part)) and speech.DETAIL.match(part.spoken.text):
            if says_who_or_when(part):
                found.setdefault(last, []).append(part)
            continue
        last = sentence.item
        if sentence.bullet:
            if continues(part):
                found.setdefault(sentence.item, []).append(part)
        elif continues(part) and says_when(part):
            found.setdefault(sentence.item, []).append(part)
    return found


def says_when(part: Part) -> bool:
    """Nothing else: Deadline: 4 December."""
    return bool(part.meant and part.meant.bound and not part.rest)


def is_assigned(part: Part) -> bool:
    """An item that says whose and by when, and what: Bob: budget by 12/2; <@U1> – banner text, Friday."""
    owner, written = part.owner, part.spoken.written
    if not (part.spoken.sentence.bullet and owner and part.meant and ASSIGNING.match(written, owner.end)):
        return False
    return part.meant.bound or (owner.start == 0 and written[0] in "<@")


def says_who_or_when(part: Part) -> bool:
    """A line of a record that says only that: 担当：鈴木, 期限：12/4."""
    return not part.rest and bool(part.owner or (part.meant and part.meant.bound))


def counted_in_a_line(every: Sequence[Part]) -> dict[int, Part]:
    """The items that a line counts, where the last of them asks: for all (①見積 ②納品書をお願いします)."""
    items = [part for part in every if part.spoken.sentence.bullet]
    neighbours = [(one.spoken.sentence, two) for one, two in pairwise(items)]
    lines = {
        one.line: two
        for one, two in neighbours
        if one.line == two.spoken.sentence.line
        and one.item != two.spoken.sentence.item
        and two.spoken.may_ask
    }
    return {
        part.spoken.sentence.item: lines[part.spoken.sentence.line]
        for part in items
        if part.spoken.sentence.line in lines
    }


def is_other_item(one: Spoken, two: Spoken) -> bool:
    """Whether they are different items of a list."""
    return bool(one.sentence.bullet and two.sentence.bullet) and one.sentence.item != two.sentence.item
