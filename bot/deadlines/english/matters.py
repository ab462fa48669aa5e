"""What a short title leaves to what stands before: the export failed again. Could you look into it?"""

import re

from bot.deadlines.english.words import VERBS
from bot.deadlines.patterns import Late, one_of
from bot.deadlines.plain import lowered

SHORT = 5
IT = {"it", "them"}
LOOKING = {"look", "check", "investigate", "take a look", "have a look"}
BARE = Late(  # says nothing without what stands before
    r"^"
    + one_of(
        r"do\s(?:so|that|it|this)(?:\sinstead)?$",
        r"(?:take|have)\sa\slook(?:\s(?:at|into)\s(?:it|this|that))?$",
        r"your\s[\w-]+$",
        r"(?:have|get)\s(?:it|them)\s",
        rf"(?:(?:look|check)\sinto|{VERBS})"
        + one_of(
            r"\s(?:it|them)\s(?:to|in|into|on|with|from|for|back)\s",
            r"(?:\s(?:it|this|that|them|these|those|asap))?"
            r"(?:\s(?:up|out|in|over|off|on|through|down|away|again))?$",
        ),
    ),
)
MATTER_BEFORE = Late(
    r"^(?:(?:and|but|so|ok|okay|cc|fyi|psa|sorry|reminder|re)\s+)*"
    + r"(?P<known>(?:the|our|my|your)\s)?(?P<matter>"
    + r"(?!(?:i|we|you|he|she|it|they|this|that|these|those|there|here|nobody|everyone|"
    + r"everybody|someone|somebody|who|what|which|how|when|why|did|do|does|is|are|can|could|"
    + r"if|as|thanks?|please|just|also)\b)(?:(?!\s(?:i|we|you|he|she|they)\s)[^,.;:!?<>@(]|"
    + r"\([^()]*\)){3,60}?)\s(?:(?:still|just|also|already|again)\s)?"
    + one_of(
        one_of(
            r"is|are|was|were|has|have|had|still|keeps?|needs?|looks?|seems?|failed|broke|crashed",
            r"went|came|got|arrived|ended|doesn't|does|isn't|aren't|won't|can't|stopped|expires?|(?:runs|ran)\sout",
        ),
        r"just\s\w+ed",
    )
    + r"\b",
    re.IGNORECASE,
)
MATTER_ASKED_FOR = Late(  # has the video been uploaded? If not, …
    r"^(?:has|have|is|are|was|were|did)\s(?P<known>(?:the|our|my|your)\s)"
    r"(?P<matter>[^,.;:!?<>@(]{3,60}?)\s(?:been|be|still|already|ready|done|out|up|"
    r"in)\b.*\?",
    re.IGNORECASE,
)


MATTER_LEFT = Late(  # I never got round to labelling the tapes
    r"\b(?:get|got|gotten)\s(?:a)?round\sto\s(?P<known>)(?P<matter>[^,.;:!?<>@(]{3,60})", re.IGNORECASE
)


def is_bare(title: str) -> bool:
    """Whether it says nothing without what stands before: review, take a look, fix it."""
    words = title.split(maxsplit=SHORT)
    return (len(words) <= SHORT or words[1] in IT) and bool(BARE.match(lowered(title)))


def refers(title: str) -> bool:
    """Whether it speaks of what was said before it in the sentence: … so renew it, … please look."""
    return title in LOOKING or not IT.isdisjoint(title.split())


def matter_in(told: str) -> str | None:
    found = MATTER_LEFT.search(told) or MATTER_BEFORE.match(told) or MATTER_ASKED_FOR.match(told)
    return found["matter"] if found and (found["known"] or " " in found["matter"]) else None
