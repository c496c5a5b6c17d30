"""Reading a table that a spreadsheet wrote: whatever its marks, separators and encoding."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...entries import small

MOST_BYTES = 4 * 1024 * 1024
LONGEST = 4000
MEND = ("Line", "What to do")
"""What a file of lines to be mended has beside its columns; sent again, they are left alone."""
OURS = ("", *map(small, MEND))
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class BadTable(ValueError):
    """The file cannot be read as a table we know; the message says what to do."""


@dataclass(frozen=True)
class TableFile:
    """The columns we know of a file, and the others it has; rows are (line number in the file, cell by column)."""

    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]]


def read_table(content: bytes, known: Mapping[str, str], *, needed: str, label: str, most: int) -> TableFile:
    """Read a file with a head line; `known` gives the column by each of its names in small letters.

    Raises BadTable. Empty lines are left out. An apostrophe that keeps a spreadsheet from reckoning is taken away, so
    that what we wrote can be read again.
    """
    if len(content) > MOST_BYTES:
        raise BadTable(f"Choose a file of at most {MOST_BYTES // 1024 // 1024} MB, or cut this one in two")
    text = _decoded(content)
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise BadTable("This file is empty. Choose the one with the table in it")
    if lines[0].lower().startswith("sep="):  # which Excel writes and hides
        text = text.split("\n", 1)[1]
        lines = lines[1:]
    mark = max(";,\t", key=lines[0].count) if lines else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error:
        raise BadTable(
            "A quotation mark in this file is never closed. Save it anew from your spreadsheet as CSV"
        ) from None
    return _named(table, known, needed, label, most)


def _decoded(content: bytes) -> str:
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise BadTable("This is a workbook. In your spreadsheet choose Save as, CSV UTF-8, and send that file")
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadTable("This file is not a text. In your spreadsheet choose Save as, CSV UTF-8, and send that file")


def _named(table: Sequence[Sequence[str]], known: Mapping[str, str], needed: str, label: str, most: int) -> TableFile:
    filled = [(number, cells) for number, cells in enumerate(table, 1) if any(cell.strip() for cell in cells)]
    head, body = filled[0][1], filled[1:]
    columns = [known.get(small(cell)) for cell in head]
    names = [name for name in columns if name]
    if needed not in names:
        raise BadTable(f"The first line must name the columns, and one of them must be “{label}”")
    if len(names) != len(set(names)):
        twice = next(name for name in names if names.count(name) > 1)
        raise BadTable(f"Two columns are named “{twice}”. Leave one of them out")
    if len(body) > most:
        raise BadTable(f"Send at most {most:,} lines at a time. This file has {len(body):,}")
    rows = [
        (number, {name: _cell(cell) for name, cell in zip(columns, cells, strict=False) if name})
        for number, cells in body
    ]
    others = [cell for cell, name in zip(head, columns, strict=True) if name is None and small(cell) not in OURS]
    return TableFile(tuple(names), tuple(cell.strip() for cell in others), rows)


def _cell(cell: str) -> str:
    text = cell.strip()[:LONGEST]
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
