"""What paper cannot show of a sheet, said before it is printed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from studio.documents.clean import clean
from studio.documents.rtl import LONGEST_TURNED_RUN, has_rtl
from studio.documents.text import MISSING, missing_characters

SHOWN = 40


def print_warnings(sheet: Any) -> tuple[str, ...]:
    """Return one sentence for each text of `sheet` that would not print as it was typed."""
    warnings: dict[str, None] = {}
    for text in _texts(sheet):
        if text.isascii():
            continue
        shown = clean(text, 10_000)
        shown = shown if len(shown) <= SHOWN else shown[:SHOWN].rstrip() + "…"
        missing = missing_characters(text)
        if missing:
            warnings[
                f"“{shown}” has characters our paper cannot print ({missing[:SHOWN]}). They appear as {MISSING}."
            ] = None
        if len(text) > LONGEST_TURNED_RUN and has_rtl(text):
            warnings[f"“{shown}” is long right-to-left text. Each word prints right, the words from left to right."] = (
                None
            )
    return tuple(warnings)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
