"""Rows as CSV that a spreadsheet opens as it is, and in which nothing runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the machine's own encoding."""
RUNNING = "=+-@\t\r\n＝＋－＠"
"""What begins a formula, in full width too. https://owasp.org/www-community/attacks/CSV_Injection"""
GUARD = "'"


def csv_of(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Every cell in quotes."""
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in (header, *rows))
    return MARK + written.getvalue()


def guarded(cell: str) -> str:
    """The cell as text, whatever it begins with, space or not."""
    cell = cell.replace("\x00", "")
    runs = cell[:1] in RUNNING or cell.lstrip()[:1] in RUNNING
    return GUARD + cell if cell.strip() and runs else cell
