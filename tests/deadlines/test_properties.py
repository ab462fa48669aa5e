"""What holds for any text: built from real phrases and noise, at any hour of any day."""

import unicodedata
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.deadlines import Deadline, Reference, read_deadline, read_request, understand
from bot.platform.calendar import Calendar
from tests.deadlines.tables import PEOPLE, messages, phrases

EARLIEST, LATEST = 978_307_200, 4_039_372_800  # 2001 to 2098, in seconds
ZONES = ("Asia/Tokyo", "Europe/London", "America/New_York", "Pacific/Kiritimati", "UTC")
SAID = [phrase.text for language in ("ja", "en") for phrase in phrases(language)]
WRITTEN = [message.text for language in ("ja", "en") for message in messages(language)]
GLUE = [
    "",
    " ",
    "の",
    "、",
    "\n",
    "まで",
    "から",
    " by ",
    " on ",
    "〜",
    "・",
    "(",
    ")",
    "<@U1>",
    "さん",
    "お願いします。",
]
pieces = st.sampled_from([*SAID, *WRITTEN, *GLUE]) | st.text(max_size=12)
texts = st.lists(pieces, max_size=8).map("".join)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    moment = draw(st.integers(EARLIEST, LATEST))
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    country = draw(st.sampled_from(("JP", "GB", "US", None)))
    language = draw(st.sampled_from(("ja", "en", "en-GB")))
    return Reference(datetime.fromtimestamp(moment, UTC), zone, Calendar(country), language)


def is_before(deadline: Deadline, reference: Reference) -> bool:
    if instant := deadline.instant(reference.zone):
        return instant < reference.now.replace(second=0, microsecond=0)
    return deadline.day < reference.today


@given(texts, references())
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_spans_lie_in_it(text: str, reference: Reference) -> None:
    understood = understand(text, reference, PEOPLE)
    spans = [request.span for request in (*understood.requests, read_request(text, reference, PEOPLE))]
    spans += [one.span for one in [understood.deadline, *(r.deadline for r in understood.requests)] if one]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(texts, references())
@settings(max_examples=300, deadline=None)
def test_a_deadline_is_never_before_now_unless_it_says_so(text: str, reference: Reference) -> None:
    deadline = read_deadline(text, reference)
    assert deadline is None or deadline.is_past or not is_before(deadline, reference)


@given(texts, references())
@settings(max_examples=200, deadline=None)
def test_a_normalized_text_means_the_same(text: str, reference: Reference) -> None:
    assume(not any("①" <= character <= "⑳" for character in text))  # marks of a list, and no numbers

    def meaning(deadline: Deadline | None) -> object:
        return deadline and (deadline.day, deadline.time, deadline.kind)

    normalized = unicodedata.normalize("NFKC", text)
    assert meaning(read_deadline(text, reference)) == meaning(read_deadline(normalized, reference))


@given(st.sampled_from(WRITTEN), references())
@settings(max_examples=100, deadline=None)
def test_the_span_of_a_deadline_is_not_empty(text: str, reference: Reference) -> None:
    deadline = read_deadline(text, reference)
    assert deadline is None or text[slice(*deadline.span)].strip()


@given(st.sampled_from(SAID), references())
@settings(max_examples=200, deadline=None)
def test_a_day_only_deadline_has_no_instant(text: str, reference: Reference) -> None:
    deadline = read_deadline(text, reference)
    assert deadline is None or (deadline.instant(reference.zone) is None) == (deadline.time is None)
