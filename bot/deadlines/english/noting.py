"""English tasks that are noted without asking: listed, behind an arrow, somebody's who may be no member."""

import re

from bot.deadlines.english.asking import LABEL
from bot.deadlines.english.tidying import REASON, UNCLOSED, closed, tidied, without_end
from bot.deadlines.english.words import VERBS
from bot.deadlines.patterns import Late, one_of

NAME = r"(?-i:[A-Z][\w'’.-]*)(?:\s(?-i:[A-Z][\w'’.-]*)){0,2}"
# words that begin a sentence and stand before "to call"
NO_NAME = (
    r"(?!(?:ready|happy|glad|able|nice|great|good|free|need|needs|want|wants|like|going|"
    r"plan|plans|planning|time|back|how|where|what|who|when|why|which|due|here|up|easy|"
    r"hard|welcome|thanks|hope|hoping|trying|try|looking|remember|note|want|used|supposed|"
    r"sure|feel|best|next|only|just|not|also|and|or|but|so|i|we|you|they|it|he|she|this|"
    r"that|there|these|those|the|an?|no)\b)"
)
NO_PERSON = (
    "notes? other fyi misc parking decisions? discussion attendees present absent apologies agenda next "
    "later done open questions? risks? links? ideas? topics? blockers? updates? background summary"
)
PERSON = Late(rf"(?!(?:{'|'.join(NO_PERSON.split())})\b){NAME}:?$", re.IGNORECASE)
TAKEN_ON = Late(  # Joris to deliver the picture: theirs, whoever bears the name
    rf"^\W*{NO_NAME}(?P<title>{NAME}(?:\s?(?:&|\+|/|,|\sand)\s?{NAME})?\s"
    rf"(?:to|will\splease|please)\s{VERBS}\b.*)",
    re.IGNORECASE,
)
TO_DO = Late(rf"{NO_NAME}{NAME}\sto\s[a-z]", re.IGNORECASE)
TAKES_ON = Late(  # Carla sends the drawing, where what comes of a topic is noted
    rf"^\W*{NO_NAME}(?P<title>{NAME}(?:\s|:\s){VERBS}(?:e?s)?\b\s.*)", re.IGNORECASE
)
THINGS_OF = Late(rf"^\W*(?P<title>{NAME}:\s\S.*)", re.IGNORECASE)  # Ben: written quote
NOTED = Late(rf"^(?:\[?{NO_NAME}{NAME}(?:\]|\s?:|\s[–—-])\s|{VERBS}\b\s)|{TAKEN_ON.pattern}", re.IGNORECASE)
THIRD_PERSON = Late(rf"^(?P<verb>{VERBS})(?P<ending>e?s)\b", re.IGNORECASE)
RULE = Late(  # no discounts in December
    r"^\W*(?:(?:no(?!\slater\b)|nothing|nobody|none|never|neither)\b|tb[dc]\W*$)", re.IGNORECASE
)
REMARK = Late(  # the rest stays as it is
    r"^\W*"
    + one_of(
        r"(?:if|when|whenever|unless)\s(?!you\b|possible\b|(?:any|some)(?:one|body)\b)[^,]+,",
        r"(?:the\s)?next\s(?:meeting|call|sync|review|session)\b",
        r"(?:we|let's)\s(?:meet|reconvene|talk|speak)\b",
        r"[\w'’ -]{1,30}:\s(?:ok(?:ay)?|fine|done|nothing|none|on\strack|no)\b",
        r"(?:[\w'’-]+\s){1,3}(?<!that\s)(?<!which\s)(?<!who\s)(?<!what\s)"
        + one_of(
            r"is|are|was|were|stays?|remains?",
            r"go(?:es)?",
            r"keeps?|continues?|will\sbe|has\sbeen|have\sbeen",
        )
        + r"\s(?!(?:to|due|needed|required|missing|still|not|broken|wrong)\b)",
    ),
    re.IGNORECASE,
)


def entered(rest: str, *, bound: bool) -> str | None:
    """The title of an item in a list of tasks, which needs no verb; None for a rule or a remark."""
    if RULE.match(rest) or (not bound and REMARK.match(rest)):
        return None
    return closed(UNCLOSED.sub("", without_end(REASON, rest)))


def taken_on(rest: str) -> str | None:
    """What somebody is to do, who may be none of us."""
    found = TAKEN_ON.match(rest)
    title = tidied(found["title"]) if found else None
    return title.removesuffix(")") if title and "(" not in title else title


def taken(rest: str, *, bound: bool) -> str | None:
    """The same of an item: a name with a verb, or with a thing by a day."""
    found = TAKES_ON.match(rest) or (THINGS_OF.match(rest) if bound else None)
    return closed(UNCLOSED.sub("", found["title"])) if found else taken_on(rest)


def is_name(line: str) -> bool:
    """Whether it may be but somebody's name, above what is theirs."""
    return bool(PERSON.match(line))


def is_noted(line: str) -> bool:
    """Whether a line without a mark is a task among others: Kenji: stickers, call the landlord."""
    return bool(NOTED.match(line))


def as_told(title: str) -> str:
    """(Emma) sends the drawing → send the drawing."""
    return THIRD_PERSON.sub(r"\g<verb>", title, count=1)


def is_anothers(rest: str) -> bool:
    """Whether it says itself who does it: Joris to deliver the picture."""
    label = LABEL.match(rest)
    return bool(TO_DO.match(rest, label.end()) if label else TAKEN_ON.match(rest))
