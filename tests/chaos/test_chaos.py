"""Killed at named points and at random, with Slack and the database failing meanwhile: the books agree.

Hundreds of cycles are run by hand: `python -m tests.chaos --cycles 300 --engine postgresql --seed 7`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos import cycles
from tests.chaos.cycles import FATES, planned
from tests.chaos.faults import FAULTS
from tests.chaos.house import opened

SEED = 20261125
CYCLES = 8


async def test_what_people_were_told_is_stored_once_and_shown_once(database_url: str, tmp_path: Path) -> None:
    async with opened(database_url, tmp_path) as house:
        report = await cycles.run(house, SEED, CYCLES)
    assert report.acknowledged, "nothing was acknowledged, so nothing was put to the test"
    assert report.complaints == [], f"{report}; replay: python -m tests.chaos --seed {SEED} --cycles {CYCLES}"


def test_a_seed_always_means_the_same_cycles() -> None:
    assert [planned(7, number) for number in range(50)] == [planned(7, number) for number in range(50)]
    assert planned(7, 0) != planned(8, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_hundred_cycles_meet_every_point_and_every_fault_ten_times(seed: int) -> None:
    plans = [planned(seed, number) for number in range(300)]
    assert all(sum(plan.fate == fate for plan in plans) >= 10 for fate in FATES)
    assert all(sum(fault in dict(plan.faults) for plan in plans) >= 10 for fault in FAULTS)
    assert sum(bool(plan.skew) for plan in plans) >= 10
