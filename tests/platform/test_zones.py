"""Time zones by the names Slack gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.zones import zone_of


def test_a_known_name_is_its_zone() -> None:
    assert zone_of("Asia/Tokyo").key == "Asia/Tokyo"


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "../../etc/passwd", "/etc/localtime", "Asia", "a\0b", "é" * 300]
)
def test_a_name_nobody_knows_is_utc(name: str) -> None:
    assert zone_of(name).key == "UTC"


@given(st.text())
def test_no_name_fails(name: str) -> None:
    assert zone_of(name).key in (name, "UTC")
