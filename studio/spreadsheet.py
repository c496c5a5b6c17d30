"""Rows as CSV text that a spreadsheet opens rightly and runs nothing of."""

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """UTF-8's mark, then the rows; a text that a spreadsheet would take for a formula gets an apostrophe."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([[cell(value) for value in row] for row in rows])
    return MARK + written.getvalue()


def cell(value: object) -> object:
    """A value that a spreadsheet does not reckon with."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
