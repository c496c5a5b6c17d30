"""What we saw: one row a finding, a column a date, and what changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.drawing import Drawn
from studio.documents.marks import draw_pill, pill
from studio.documents.progress_report.cells import NOTE, SIGN, SIZE, SMALL, SignCell, name_cell, said_cell
from studio.documents.styles import SOFT, style
from studio.documents.table import Row, Table
from studio.documents.text import line, para
from studio.figures import severity_sign
from studio.sheets import ComparisonSheet, Occasion, RowLine, Said, day_and_month

NAME, SAID = 0.276, 0.284
LEAST = 23.2


def seen_table(sheet: ComparisonSheet) -> Table:
    """Return the findings over the dates."""
    shares = column_shares(len(sheet.occasions))
    heads: list[Any] = [para("What we saw", style(14, font=fonts.BOLD), tag="TH", scope="Column")]
    heads += [_date_head(one) for one in sheet.occasions]
    heads.append(para(f"Since {day_and_month(sheet.first.day)}", NOTE, tag="TH", scope="Column"))
    tests = len({row.test for row in sheet.rows}) > 1
    rows = [_row(row, shares, test=tests) for row in sheet.rows]
    return Table(rows, Row(heads, shares, stand=0))


def column_shares(dates: int) -> list[float]:
    """Return the widths of the columns as parts of the whole: name, one for each date, what can be said."""
    return [NAME, *[(1 - NAME - SAID) / dates] * dates, SAID]


def _date_head(one: Occasion) -> Stack:
    name = para(one.name or str(one.day.year), style(SIZE, font=fonts.BOLD))
    return Stack([name, para(day_and_month(one.day), NOTE)], tag="TH", scope="Column")


def _row(row: RowLine, shares: Sequence[float], *, test: bool) -> Row:
    name = name_cell(row.name, row.test if test else "")
    cells = [SignCell(cell.severity, cell.words) for cell in row.cells]
    return Row([name, *cells, said_cell(_on_paper(row.overall))], shares, pad=3.0, stand=0.5, least=LEAST)


class Legend(Flowable):
    """What the signs mean: in one line, or `upright` in a column."""

    WORDS = ((2, "marked: 4–5 of 5"), (1, "mild: 2–3 of 5"), (0, "not seen: 0–1 of 5"), (None, "not judged"))
    PILLS = (("Clear change", True), ("Likely change", False))
    STEP = 15.8

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.upright = upright

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        rows = len(self.WORDS) + 1 if self.upright else 1
        self.width, self.height = availWidth, self.STEP * rows + 1.5
        return self.width, self.height

    def draw(self) -> None:
        x, y = 0.0, self.height - self.STEP
        for severity, words in self.WORDS:
            Drawn(severity_sign(severity), SIGN).drawOn(self.canv, x, y + 0.5)
            said = line(words, style(SMALL, colour=SOFT))
            with self.canv.content("P"):
                said.draw(self.canv, x + SIGN + 4, y + 8 - SMALL * 0.34)
            x, y = (0.0, y - self.STEP) if self.upright else (x + SIGN + said.width + 14, y)
        for words, solid in self.PILLS:
            made = pill(words, 8.4, 90)
            with self.canv.content("P"):
                draw_pill(self.canv, x, y + 5, made, solid=solid)
            x += made.width + (12 if self.upright else 16)


def _on_paper(said: Said) -> Said:
    """How sure a change is shows in its pill; only why nothing can be said needs its words."""
    return said if said.look == "open" else replace(said, detail="")
