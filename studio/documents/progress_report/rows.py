"""What we saw: one row a finding, a column a date, and what changed."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.marks import draw_pill, pill, rule
from studio.documents.progress_report.cells import SIGN, SIZE, SMALL, draw_said, draw_sign, draw_word
from studio.documents.styles import INK, SOFT, style
from studio.documents.text import line, para
from studio.sheets import ComparisonSheet, RowLine, Said, day_and_month

NAME = 142.0
SAID = 146.0
LEAST, DETAILED = 24.5, 32.0


def columns(width: float, dates: int) -> list[float]:
    """Return the left edges of the dates' columns and of the last one."""
    each = (width - NAME - SAID) / dates
    return [NAME + each * n for n in range(dates)] + [width - SAID]


class Head(Flowable):
    """The names of the columns."""

    def __init__(self, sheet: ComparisonSheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 30.0
        return availWidth, self.height

    def draw(self) -> None:
        places = columns(self.width, len(self.sheet.occasions))
        with self.canv.element("TR"):
            with self.canv.content("TH", scope="Column"):
                line("What we saw", style(14, font=fonts.BOLD)).draw(self.canv, 0, 8)
            for one, x in zip(self.sheet.occasions, places, strict=False):
                with self.canv.content("TH", scope="Column"):
                    name = one.name or str(one.day.year)
                    line(name, style(SIZE, font=fonts.BOLD)).draw(self.canv, x, 20)
                    line(day_and_month(one.day), style(SMALL, colour=SOFT)).draw(self.canv, x, 7)
            with self.canv.content("TH", scope="Column"):
                since = f"Since {day_and_month(self.sheet.first.day)}"
                line(since, style(SMALL, colour=SOFT)).draw(self.canv, places[-1], 7)
        with self.canv.artifact():
            rule(self.canv, 0, self.width, 0, INK, 1.2)


class Row(Flowable):
    """One finding over the dates."""

    def __init__(self, row: RowLine, *, test: bool) -> None:
        super().__init__()
        self.row = row
        self.name = para(row.name, style(SIZE, font=fonts.SEMIBOLD, leading=SIZE * 1.15), tag=None)
        self.test = line(row.test, style(SMALL, colour=SOFT), room=NAME - 8) if test else None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        _, name = self.name.wrap(NAME - 8, availHeight)
        self.words = name + (SMALL * 1.2 if self.test else 0.0)
        self.width, self.height = (
            availWidth,
            max(DETAILED if _on_paper(self.row.overall).detail else LEAST, self.words + 7),
        )
        return self.width, self.height

    def draw(self) -> None:
        canvas, middle = self.canv, self.height / 2
        places = columns(self.width, len(self.row.cells))
        top = middle + self.words / 2
        with canvas.element("TR"):
            with canvas.content("TH", scope="Row"):
                self.name.drawOn(canvas, 0, top - self.name.height)
                if self.test:
                    self.test.draw(canvas, 0, top - self.words + SMALL * 0.3)
            for n, (cell, x) in enumerate(zip(self.row.cells, places, strict=False)):
                draw_sign(canvas, x, middle, cell.severity)
                draw_word(canvas, x + SIGN + 4, middle, cell.words, places[n + 1] - x - SIGN - 6)
            draw_said(canvas, places[-1], middle, _on_paper(self.row.overall), SAID)
        with canvas.artifact():
            rule(canvas, 0, self.width, 0, width=0.6)


class Legend(Flowable):
    """What the signs mean."""

    WORDS = ((2, "marked: 4–5 of 5"), (1, "mild: 2–3 of 5"), (0, "not seen: 0–1 of 5"), (None, "not judged"))
    PILLS = (("Clear change", True), ("Likely change", False))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, SIGN + 4
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for severity, words in self.WORDS:
            draw_sign(self.canv, x, self.height / 2, severity)
            said = line(words, style(SMALL, colour=SOFT))
            with self.canv.content("P"):
                said.draw(self.canv, x + SIGN + 4, self.height / 2 - SMALL * 0.34)
            x += SIGN + said.width + 14
        for words, solid in self.PILLS:
            made = pill(words, 8.4, 90)
            with self.canv.content("P"):
                draw_pill(self.canv, x, self.height / 2 - 2.9, made, solid=solid)
            x += made.width + 16


def _on_paper(said: Said) -> Said:
    """How sure a change is shows in its pill; only why nothing can be said needs its words."""
    return said if said.look == "open" else replace(said, detail="")


def many_tests(rows: Sequence[RowLine]) -> bool:
    """Tell whether rows must say which test they are from."""
    return len({row.test for row in rows}) > 1
