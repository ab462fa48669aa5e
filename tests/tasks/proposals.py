"""Requests found in what was said, to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from hypothesis import strategies as st

from bot.tasks.model import DONE, HIGH, NORMAL, TITLE_LIMIT, Draft, Task
from bot.tasks.proposal_model import Around, Found, Proposal, Said
from bot.tasks.proposals import MOST
from tests.payloads import saying
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task

FRIDAY = date(2026, 12, 4)
FIRST, SECOND, *_ = STAMPS = [f"{1764032400 + n}.000100" for n in range(MOST)]
AROUND = Around(NAMES, dict.fromkeys(STAMPS, LINK), {})


def said(ts: str, author_id: str | None = "USATO") -> Said:
    return Said(ts, FIRST, author_id, "見積もりを更新してください")


FOUND = Found(
    [
        Proposal(f"{FIRST}:0", Draft("見積もりを更新", "", "USATO", FRIDAY, time(17), HIGH), said(FIRST)),
        Proposal(f"{FIRST}:1", Draft("来客用の会議室を変更 <A & B>"), said(FIRST)),
        Proposal(
            f"{SECOND}:0", Draft("議事録を送る", due_on=FRIDAY, weekday_differs=True), said(SECOND, "UX")
        ),
    ],
    [
        task(id=1, number=12, owner_id="UTANAKA", **due(FRIDAY)),
        task(id=2, number=14, state=DONE, closed_by="UEMMA", closed_at=NOW),
    ],
    more=4,
)
PAST = Found([Proposal(f"{FIRST}:0", Draft("契約書を返送", passed=date(2026, 11, 20)), said(FIRST))])

DRAFTS = st.builds(
    Draft,
    title=saying(TITLE_LIMIT),
    owner_id=st.sampled_from([None, "USATO"]),
    due_on=st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2099, 12, 31))),
    due_time=st.one_of(st.none(), st.times()),
    priority=st.sampled_from([NORMAL, HIGH]),
    passed=st.one_of(st.none(), st.dates()),
    weekday_differs=st.booleans(),
)


def _found(drafts: Sequence[Draft], kept: Sequence[Task], more: int, author_id: str | None) -> Found:
    proposals = [
        Proposal(f"{ts}:{more}", draft, said(ts, author_id))
        for ts, draft in zip(STAMPS, drafts, strict=False)
    ]
    return Found(proposals, kept, more)


FOUNDS = st.builds(
    _found,
    st.lists(DRAFTS, max_size=MOST),
    st.lists(TASKS, max_size=12),
    st.integers(0, 10**5),
    st.sampled_from([None, "USATO", "UX"]),
)
"""As much as a form ever proposes."""
