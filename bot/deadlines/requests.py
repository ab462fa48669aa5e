"""Sentences and list items that ask for something."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.deadlines import speech
from bot.deadlines.beside import (
    said_once,
    says_no_more,
    says_only_when,
    with_deadline_beside,
    with_deadline_for_each,
    with_owner_beside,
    with_priority_beside,
)
from bot.deadlines.candidates import Candidate
from bot.deadlines.items import (
    continues,
    counted_in_a_line,
    has_labelled_cells,
    is_task,
    rest_of_items,
    says_who_or_when,
    title_of_item,
)
from bot.deadlines.model import Deadline, Mentionable, Request
from bot.deadlines.parts import Part, parts
from bot.deadlines.patterns import Late
from bot.deadlines.people import Named, names_of
from bot.deadlines.reading import Reading
from bot.deadlines.shares import Share, each_tasked, handed_out, shared, timed
from bot.deadlines.titles import with_labels
from bot.deadlines.wanted import named_above, named_before, title_of, with_matter

SPOKEN_ABOUT = Late(r"(?:[はがもの](?![ぁ-ん])|が|も|に?よると|曰く|いわく|案|側)")  # 佐藤さんも賛成


@dataclass(frozen=True, slots=True)
class Heading:
    """What the line above a list says about its items (金曜までに以下をお願いします)."""

    owner: str | None = None
    deadline: Deadline | None = None


def requests(reading: Reading, people: Collection[Mentionable]) -> tuple[Request, ...]:
    every = list(parts(reading, names_of(tuple(people))))
    told = told_fields(every)
    found = said_once(asked_in_turn(reading, [part for part in every if part not in told]))
    found = without_announcements(found, every) if len(found) > 1 else found
    found = with_deadline_beside(with_owner_beside(found, every), every, reading)
    found = with_priority_beside(found, reading)
    return tuple(named_links(one) for one in with_deadline_for_each(found, reading))


def told_fields(every: Sequence[Part]) -> Sequence[Part]:
    """Those that ask for nothing: where no line says who or when, else what only describes the first.

    English labels (Task:) ask by themselves.
    """
    fields = [part for part in every if ":" in part.spoken.text and speech.FIELD.match(part.spoken.text)]
    if not fields or not any(map(says_who_or_when, every)):
        return [part for part in fields if part.spoken.is_japanese]
    return [part for part in fields[1:] if speech.DESCRIPTION.match(part.spoken.text)]


def without_announcements(found: list[Request], every: Iterable[Part]) -> list[Request]:
    """年末対応のお願いです, where the lines below say what is asked."""
    announced = {part.spoken.span for part in every if speech.ANNOUNCED.search(part.spoken.text)}
    asked = [one for one in found if one.span not in announced or one.deadline]
    return asked or found


def named_links(one: Request) -> Request:
    """Its links by their names: who reads the title finds them in the message."""
    return replace(one, title=with_labels(one.title)) if "|" in one.title else one


def asked_in_turn(reading: Reading, every: Sequence[Part]) -> Iterator[Request]:
    """Requests in their order; whom a sentence opens with is addressed until another is, or a heading."""
    addressed = saluted = salutation_of(every)
    headings: dict[int, Heading] = {}
    closing = counted_in_a_line(every) | closed_by(every) if reading.items else {}
    beside = rest_of_items(every)
    said_to = 0  # where that stops
    for part in every:
        index, sentence = part.spoken.index, part.spoken.sentence
        if said_to and reading.is_of_many_paragraphs and reading.parts_between(said_to, sentence.start):
            addressed, said_to = saluted, 0
        if sentence.heading or is_spoken_to(part):
            addressed, said_to = part.owner.id if part.owner else saluted, sentence.end if index else 0
        if index in reading.heads:
            headings[index] = heading_of(part, addressed)
        elif not sentence.heading:
            above = reading.listed.get(index, -1)
            heading = headings.get(above)
            if heading and sentence.bullet and part.owner and not part.rest:
                headings[above] = replace(heading, owner=part.owner.id)
            if not heading and sentence.item in closing:
                heading = heading_of(closing[sentence.item], addressed)
            yield from request_of(part, heading, addressed, beside.get(sentence.item, []))


def salutation_of(every: Sequence[Part]) -> str | None:
    """Whom the whole message is for: it begins with nothing else."""
    first = every[0] if every else None
    if not first or first.spoken.index or not is_spoken_to(first) or not says_no_more(first):
        return None
    return first.owner.id if first.owner else None


def is_spoken_to(part: Part) -> bool:
    owner = part.owner
    if not owner or not owner.opens or part.is_listed:
        return False
    return not SPOKEN_ABOUT.match(part.spoken.written, owner.end)


def heading_of(part: Part, addressed: str | None) -> Heading:
    owner = part.owner or next((one for one in part.named if is_asked_below(one, part)), None)
    return Heading(owner.id if owner else addressed, part.deadline)


def is_asked_below(one: Named, part: Part) -> bool:
    """鈴木さんへのお願い, two things for Bob: above a list."""
    written = part.spoken.written
    if written[: one.start].endswith("for "):
        return True
    return part.spoken.sentence.heading != "" and written.startswith(("へ", "に"), one.end)


def closed_by(every: Sequence[Part]) -> dict[int, Part]:
    """The items of lists that what stands below asks for: 金曜までにお願いします."""
    found: dict[int, Part] = {}
    items: list[Part] = []
    for part in every:
        if items and part.spoken.index != items[-1].spoken.index + 1:
            items = []
        if part.spoken.sentence.bullet:
            items.append(part)
        else:
            if items and closes(part) and not any(speech.TELLING.search(one.spoken.text) for one in items):
                found |= {one.spoken.sentence.item: part for one in items}
            items = []
    return found


def closes(part: Part) -> bool:
    """Whether it only asks, and for nothing else: 以上、金曜までにお願いします."""
    if part.meant and part.meant.bound and part.spoken.may_ask:
        return says_no_more(part)
    return bool(speech.CLOSING.match(part.spoken.text))


def request_of(
    part: Part, heading: Heading | None, addressed: str | None, beside: Sequence[Part] = ()
) -> Iterator[Request]:
    listed = is_task(part, in_list=heading is not None) or is_completed(part, beside)
    title = title_of(part, listed=listed) or (named_above(part) if closes(part) else named_before(part))
    title = title_of_item(title, part) if title and (listed or has_labelled_cells(part)) else title
    shares = shares_of(part, title)
    if not (title or shares):
        return
    above = heading if heading and listed else Heading()
    owner, meant = who_and_when(part, beside)
    if (heading and listed) or (addressed and part.is_for_others):
        addressed = None
    whole = Request(
        title=with_matter(title, part),
        owner=(owner.id if owner else None) or above.owner or addressed,
        deadline=meant.deadline if meant else above.deadline,
        priority=part.priority,
        span=part.spoken.span,
    )
    yield from (shared_of(whole, share) for share in shares) if shares else [whole]


def is_completed(part: Part, beside: Iterable[Part]) -> bool:
    """Whether lines below the item say who or when: 1) Retrain the night shift / Owner: @sato."""
    return part.spoken.sentence.bullet != "" and not continues(part) and any(map(says_who_or_when, beside))


def who_and_when(part: Part, beside: Iterable[Part]) -> tuple[Named | None, Candidate | None]:
    """As it says, or as sentences say that stand beside it in the same list item (席を空ける。12/11まで)."""
    owner, meant = part.owner, part.meant
    for one in beside:
        if one.spoken.index > part.spoken.index:
            owner = owner or (one.owner if says_no_more(one) else None)
            meant = meant or (
                one.meant if one.meant and (one.meant.limits or says_only_when(one.meant)) else None
            )
    return owner, meant


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
