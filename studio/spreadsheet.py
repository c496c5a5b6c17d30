"""Rows as CSV text that a spreadsheet opens rightly and runs nothing of."""

import csv
import io
from collections.abc import Iterable
from typing import TextIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """UTF-8's mark, then the rows; a text that a spreadsheet would take for a formula gets an apostrophe."""
    written = io.StringIO(newline="")
    write_csv(rows, written)
    return written.getvalue()


def write_csv(rows: Iterable[Iterable[object]], into: TextIO) -> None:
    """The same into an open file, a row at a time."""
    into.write(MARK)
    csv.writer(into).writerows([cell(value) for value in row] for row in rows)


def cell(value: object) -> object:
    """A value that a spreadsheet does not reckon with."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
