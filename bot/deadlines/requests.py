"""Sentences and list items that ask for something."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.deadlines import speech
from bot.deadlines.candidates import Candidate
from bot.deadlines.english import asking as english_asking
from bot.deadlines.english import noting
from bot.deadlines.items import (
    counted_in_a_line,
    is_other_item,
    is_task,
    opens_with_owner,
    rest_of_items,
    title_of_item,
)
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.model import Deadline, Mentionable, Request
from bot.deadlines.parts import Part, parts
from bot.deadlines.people import MENTION, Named, names_of
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.shares import Share, each_tasked, handed_out, shared, timed
from bot.deadlines.spoken import Spoken, is_formula
from bot.deadlines.titles import with_labels, without_urgency
from bot.deadlines.urgency import priority_of


@dataclass(frozen=True, slots=True)
class Heading:
    """What the line above a list says about its items (金曜までに以下をお願いします)."""

    owner: str | None = None
    deadline: Deadline | None = None


def requests(reading: Reading, people: Collection[Mentionable]) -> tuple[Request, ...]:
    every = list(parts(reading, names_of(tuple(people))))
    fields = {part for part in every if ":" in part.spoken.text and speech.FIELD.match(part.spoken.text)}
    told = fields if fields and not any(map(says_who_or_when, every)) else ()
    found = said_once(asked_in_turn(reading, [part for part in every if part not in told]))
    found = with_deadline_beside(with_owner_beside(found, every), every, reading)
    found = with_priority_beside(found, reading)
    return tuple(named_links(one) for one in with_deadline_for_each(found, reading))


def named_links(one: Request) -> Request:
    """Its links by their names: who reads the title finds them in the message."""
    return replace(one, title=with_labels(one.title)) if "|" in one.title else one


def asked_in_turn(reading: Reading, every: Sequence[Part]) -> Iterator[Request]:
    """Requests in their order; whom a sentence opens with is addressed until another is, or a heading."""
    addressed: str | None = None
    headings: dict[int, Heading] = {}
    counted, beside = counted_in_a_line(every), rest_of_items(every)
    said_to = 0  # where that stops
    for part in every:
        index, sentence = part.spoken.index, part.spoken.sentence
        if (
            addressed
            and said_to
            and reading.is_of_many_paragraphs
            and reading.parts_between(said_to, sentence.start)
        ):
            addressed = None
        if sentence.is_heading or is_spoken_to(part):
            addressed, said_to = part.owner.id if part.owner else None, sentence.end if index else 0
        if index in reading.heads:
            headings[index] = heading_of(part, addressed)
        elif not sentence.is_heading:
            heading = headings.get(reading.listed.get(index, -1))
            if not heading and sentence.bullet and sentence.line in counted:
                heading = heading_of(counted[sentence.line], addressed)
            yield from request_of(part, heading, addressed, beside.get(sentence.item, []))


def is_spoken_to(part: Part) -> bool:
    owner = part.owner
    if not owner or not owner.opens or part.is_listed:
        return False
    return not part.spoken.written.startswith("が", owner.end)


def heading_of(part: Part, addressed: str | None) -> Heading:
    return Heading(part.owner.id if part.owner else addressed, part.deadline)


def request_of(
    part: Part, heading: Heading | None, addressed: str | None, beside: Iterable[Part] = ()
) -> Iterator[Request]:
    listed = is_task(part, in_list=heading is not None)
    title = title_of(part, listed=listed) or ""
    shares = shares_of(part, title)
    if not (title or shares):
        return
    above = heading if heading and listed else Heading()
    owner, meant = who_and_when(part, beside)
    if (heading and listed) or (addressed and part.is_for_others):
        addressed = None
    whole = Request(
        title=with_matter(title_of_item(title) if listed else title, part),
        owner=(owner.id if owner else None) or above.owner or addressed,
        deadline=meant.deadline if meant else above.deadline,
        priority=part.priority,
        span=part.spoken.span,
    )
    yield from (shared_of(whole, share) for share in shares) if shares else [whole]


def who_and_when(part: Part, beside: Iterable[Part]) -> tuple[Named | None, Candidate | None]:
    """As it says, or as sentences say that stand beside it in the same list item (席を空ける。12/11まで)."""
    owner, meant = part.owner, part.meant
    for one in beside:
        if one.spoken.index > part.spoken.index:
            owner = owner or (one.owner if says_no_more(one) else None)
            meant = meant or (one.meant if one.meant and says_only_when(one.meant) else None)
    return owner, meant


def with_matter(title: str, part: Part) -> str:
    """What a short request leaves to the sentence before it, where that only tells: 備品の稟議：承認."""
    asking, colon = (japanese_asking, "：") if part.spoken.is_japanese else (english_asking, ": ")
    if part.spoken.sentence.bullet or not asking.is_bare(title):
        return title
    before = told_before(part)
    matter = asking.matter_of(without_urgency(MENTION.sub("", before.written))) if before else None
    return f"{matter}{colon}{title}" if matter else title


def told_before(part: Part) -> Spoken | None:
    """The sentence before it in its paragraph, None if that asks, greets or was said by another."""
    index, reading = part.spoken.index, part.reading
    if not index:
        return None
    before = reading.spoken(index - 1)
    gap = reading.plain.lower[before.sentence.end : part.spoken.sentence.start]
    is_other = before.asks or before.is_formula or before.sentence.quoted or before.sentence.bullet
    return None if is_other or "\n\n" in gap else before


def shared_of(whole: Request, share: Share) -> Request:
    deadline = share.deadline or (None if share.apart else whole.deadline)
    owner = share.owner or whole.owner
    return replace(whole, title=share.title, owner=owner, deadline=deadline)


def shares_of(part: Part, title: str) -> list[Share]:
    if len(part.named) > 1:
        several = list(each_tasked(part)) or list(handed_out(part)) or list(shared(part, asked=bool(title)))
        if several:
            return several
    return timed(part) if title and len(part.dates) > 1 else []


def title_of(part: Part, *, listed: bool) -> str | None:
    """What is asked, None if nothing is, "" if it does not say what; in a list of tasks everything is."""
    spoken = part.spoken
    bound = any(date.bound for date in part.dates)
    firm = listed or bool(part.owner) or bound or spoken.is_pointed
    noted_here = bool(spoken.sentence.bullet) and part.is_anothers
    enough = firm or bool(part.dates) or part.priority is not None or noted_here
    if not (spoken.may_ask or enough) or (not listed and is_told(spoken)):
        return None
    if not spoken.is_japanese and spoken.sentence.bullet and speech.SETTLED.search(spoken.text):
        return None
    rest = part.rest
    if not rest or is_formula(rest.lower(), bound=bound) or (not listed and spoken.is_headline):
        return None
    if not spoken.is_japanese:
        return english_asking.asked(rest, enough=enough, firm=firm) or noted(part, rest, listed=listed)
    title = japanese_asking.asked_among_remarks(rest, enough=enough, firm=firm)
    if title is None and part.owner and bound:
        title = japanese_asking.promised(rest)
    if title and not (bound or listed) and speech.HEARD.search(spoken.text):
        return None
    return title or (japanese_asking.tidied(japanese_asking.closed(rest)) if listed else title)


def noted(part: Part, rest: str, *, listed: bool) -> str | None:
    """The title of a task that is noted without asking: listed, behind an arrow, or somebody's."""
    bound = any(date.bound for date in part.dates)
    if listed or (part.spoken.is_pointed and part.owner) or opens_with_owner(part):
        title = noting.entered(rest, bound=bound or (listed and bool(part.owner)))
        return noting.as_told(title) if title and part.owner and part.owner.opens else title
    if part.spoken.is_pointed:
        return noting.taken(rest, bound=bound)
    return noting.taken_on(rest) if bound or part.spoken.sentence.bullet else None


def is_told(spoken: Spoken) -> bool:
    """Whether it reports what is done or where somebody is."""
    if speech.TOLD.search(spoken.text):
        return not speech.WISHING.search(spoken.text)
    return not spoken.may_ask and (spoken.looks_back or spoken.is_idle or spoken.asks_back)


def said_once(found: Iterable[Request]) -> list[Request]:
    """A request and what only presses for it (金曜までに見てもらえると助かります) are one."""
    kept: list[Request] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and japanese_asking.PRESSING.match(one.title) and not (before.deadline and one.deadline):
            kept[-1] = replace(
                before,
                owner=before.owner or one.owner,
                deadline=before.deadline or one.deadline,
                priority=before.priority or one.priority,
            )
        else:
            kept.append(one)
    return kept


def with_owner_beside(found: list[Request], every: Sequence[Part]) -> list[Request]:
    """鈴木さん、よろしくお願いします or a mention at the end: what had no owner is theirs.

    So is the only request of a record (担当：鈴木), wherever it says so.
    """
    below = every if len(found) == 1 else every[-1:]
    owner = next((part.owner for part in reversed(below) if part.owner and says_no_more(part)), None)
    if owner is None:
        return found
    return [one if one.owner else replace(one, owner=owner.id) for one in found]


def says_who_or_when(part: Part) -> bool:
    """A line of a record that says only that: 担当：鈴木, 期限：12/4."""
    return not part.rest and bool(part.owner or (part.meant and part.meant.bound))


def says_no_more(part: Part) -> bool:
    """Whether it only names somebody, politely or not, or urges (急ぎなので、よろしく)."""
    return not part.rest or is_formula(part.rest.lower()) or title_of(part, listed=False) == ""


def with_priority_beside(found: list[Request], reading: Reading) -> list[Request]:
    """What is pressing in a sentence of its own (URGENT @bob the site is down.) is the only request."""
    if len(found) != 1 or found[0].priority or not reading.pressing:
        return found
    return [replace(found[0], priority=priority_of(reading.plain.lower))]


def with_deadline_beside(found: list[Request], every: Sequence[Part], reading: Reading) -> list[Request]:
    """A deadline in a sentence of its own (金曜までです。) belongs to the only request without one."""
    if len(found) != 1 or found[0].deadline:
        return found
    asking = next(part.spoken for part in every if part.spoken.span == found[0].span)
    field = speech.FIELD.match(asking.text)
    others = (one for one in reading.candidates if field or not is_other_item(one.spoken, asking))
    beside = chosen(one for one in others if says_only_when(one))
    return [replace(found[0], deadline=beside.deadline)] if beside else found


def says_only_when(one: Candidate) -> bool:
    """Whether its sentence says hardly more, or speaks of what is asked: not 17時にはタグを切ります."""
    start, end = one.spoken.span
    little = 8 if one.spoken.is_japanese else 18
    return (
        one.limits
        or bool(speech.REFERS_BACK.match(one.spoken.text))
        or (end - start) - (one.end - one.start) <= little
    )


def with_deadline_for_each(found: list[Request], reading: Reading) -> list[Request]:
    """どちらも金曜中で, both by Thursday: the deadline of all that have none."""
    each = chosen(one for one in reading.candidates if one.for_each)
    if each is None:
        return found
    return [one if one.deadline else replace(one, deadline=each.deadline) for one in found]
