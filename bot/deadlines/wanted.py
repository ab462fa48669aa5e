"""What a sentence asks for, as a title."""

from bot.deadlines import speech
from bot.deadlines.english import asking as english_asking
from bot.deadlines.english import matters as english_matters
from bot.deadlines.english import noting
from bot.deadlines.headings import is_whole_label
from bot.deadlines.items import is_assigned
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.japanese import matters as japanese_matters
from bot.deadlines.japanese.tidying import as_title
from bot.deadlines.marks import MENTION
from bot.deadlines.parts import Part
from bot.deadlines.patterns import Late
from bot.deadlines.spoken import Spoken, is_formula
from bot.deadlines.titles import without_urgency

TOPIC = Late(r"(?P<topic>[^\W\d][^:：\n@<>()（）、。]{1,30}?)\s?[:：]")


def title_of(part: Part, *, listed: bool) -> str | None:
    """What is asked, None if nothing is, "" if it does not say what; in a list of tasks everything is."""
    spoken = part.spoken
    bound = any(date.bound for date in part.dates)
    firm = listed or bool(part.owner) or bound or spoken.is_pointed
    noted_here = bool(spoken.sentence.bullet) and part.is_anothers
    enough = firm or bool(part.dates) or part.priority is not None or noted_here
    if not (spoken.may_ask or enough) or (not listed and is_told(spoken)):
        return None
    if not spoken.is_japanese and spoken.is_settled:
        return None
    rest = part.rest
    if not rest or is_formula(rest.lower(), bound=bound) or (not listed and spoken.is_headline):
        return None
    if not spoken.is_japanese:
        title = english_asking.asked(rest, enough=enough, firm=firm)
        return as_command(title, part) if title else noted(part, rest, listed=listed)
    title = japanese_asking.asked_among_remarks(rest, enough=enough, firm=firm)
    if title is None and part.owner and bound:
        title = japanese_asking.promised(rest)
    if (
        title
        and not (bound or listed)
        and speech.HEARD.search(spoken.text)
        and not japanese_asking.is_remarked(rest)
    ):
        return None
    return title or (as_title(rest) if listed else title)


def noted(part: Part, rest: str, *, listed: bool) -> str | None:
    """The title of a task that is noted without asking: listed, behind an arrow, or somebody's."""
    bound = any(date.bound for date in part.dates)
    if listed or (part.spoken.is_pointed and part.owner) or is_assigned(part):
        title = noting.entered(rest, bound=bound or (listed and bool(part.owner)))
        return as_command(title, part) if title else None
    if part.spoken.is_pointed:
        return noting.taken(rest, bound=bound)
    return noting.taken_on(rest) if bound or part.spoken.sentence.bullet else None


def as_command(title: str, part: Part) -> str:
    """Emma sends the drawing: send the drawing."""
    verb = title.partition(" ")[0]
    does = part.owner and part.spoken.written.startswith(f" {verb} ", part.owner.end)
    return noting.as_told(title) if does else title


def is_told(spoken: Spoken) -> bool:
    """Whether it reports what is done or where somebody is."""
    if speech.TOLD.search(spoken.text):
        return not speech.WISHING.search(spoken.text)
    told = spoken.looks_back or spoken.is_idle or spoken.asks_back or spoken.is_logged
    return not spoken.may_ask and told


def with_matter(title: str, part: Part) -> str:
    """What a short request leaves to the sentence before it, where that only tells: 備品の稟議：承認."""
    in_japanese = part.spoken.is_japanese
    if not (japanese_matters if in_japanese else english_matters).is_bare(title):
        return title
    asking, colon = (japanese_asking, "：") if in_japanese else (english_asking, ": ")
    matter = None if asking.LABEL.match(part.spoken.written) else topic_of_item(part)
    if not matter and (before := told_before(part)):
        matter = asking.matter_of(without_urgency(MENTION.sub("", before.written)))
    if not matter and english_matters.refers(title):  # the permit runs out, so renew it
        matter = english_asking.matter_of(part.rest.partition(title)[0])
    return f"{matter}{colon}{title}" if matter and matter != title else title


def topic_of_item(part: Part) -> str | None:
    """What an item names before it asks: ・ノートPC：鈴木さん、月曜までに設定お願いします."""
    topic = TOPIC.match(part.spoken.written) if part.spoken.sentence.bullet else None
    return topic["topic"] if topic and not any(one.start < topic.end() for one in part.named) else None


def named_above(part: Part) -> str:
    """What a sentence that only asks by when leaves to its heading: ■出欠の確認 / 金曜までにお願いします."""
    index = part.spoken.index
    if not (part.meant and part.spoken.is_japanese and index - 1 in part.reading.headings):
        return ""
    above = part.reading.spoken(index - 1)
    if is_whole_label(above.text):
        return ""
    title = japanese_asking.asked(above.written, enough=True, firm=True)
    return title or as_title(above.written)


def named_before(part: Part) -> str:
    """What a reminder is about: 週報は金曜まで。忘れずにお願いします."""
    before = told_before(part) if japanese_asking.reminds(part.rest) else None
    if not before or not any(date.limits for date in part.reading.by_sentence.get(before.index, ())):
        return ""
    return japanese_asking.matter_of(before.written) or ""


def told_before(part: Part) -> Spoken | None:
    """The sentence before it in its paragraph, None if that asks, greets or was said by another."""
    index, reading = part.spoken.index, part.reading
    if not index:
        return None
    before = reading.spoken(index - 1)
    gap = reading.plain.lower[before.sentence.end : part.spoken.sentence.start]
    one, other = before.sentence, part.spoken.sentence
    is_other_item = (one.bullet or other.bullet) and one.item != other.item
    is_other = before.asks or before.is_formula or one.quoted or is_other_item
    return None if is_other or "\n\n" in gap else before
