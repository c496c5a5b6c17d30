"""The sheet to measure: one that the demo studio issued, cut to what fits one page."""

from dataclasses import replace
from typing import Any

from studio.sheets import HomeSheet
from studio.sheets.stored import unpack


def one_page(packed: dict[str, Any]) -> HomeSheet:
    """A stored sheet with its first two lines, at 12 points."""
    sheet = unpack(HomeSheet, packed)
    return replace(sheet, lines=sheet.lines[:2], size=12, changes=None)
