"""The pieces of the letter: its two tables, the questions with a number each, the box for the reply."""

from collections.abc import Sequence
from typing import Any

from studio.documents.blocks import Framed, Signed, Stack
from studio.documents.letter.fit import Fit
from studio.documents.pens import PenLines, Ticks
from studio.documents.styles import style
from studio.documents.table import Row, Table
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, line, para
from studio.documents.titles import Rule
from studio.sheets.letter import LetterRow, LetterSheet

NAME, SIDE, SAID = 0.32, 0.085, 0.245
PAD = 2.6
WORDS, WORD = 70, 24  # longest texts of a cell
LEFT_OUT = "see our full record"


def table(title: str, said: str, sheet: LetterSheet, rows: Sequence[LetterRow], fit: Fit) -> list[Any]:
    """Return a table of findings or measures, and a line that tells how many of its rows had no room."""
    shown = [row for row in rows if fit.unchanged or not row.unchanged][: fit.rows]
    same = sum(row.unchanged for row in rows) - sum(row.unchanged for row in shown)
    more = len(rows) - len(shown) - same
    single = len(sheet.days) == 1
    shares = _shares(len(sheet.days), single=single)
    heads = [title, "Side", *sheet.days, *([] if single else [said])]
    head = Row([_head(words, fit) for words in heads], shares, pad=PAD * fit.air + 0.6, stand=0)
    items: list[Any] = [Rule(), Table([_row(row, shares, fit, single=single) for row in shown], head)]
    left = [f"{same} {'row' if same == 1 else 'rows'} unchanged"] * bool(same) + [f"{more} more"] * bool(more)
    return [*items, *([3, para(f"And {' and '.join(left)}: {LEFT_OUT}.", fit.small())] if left else [])]


def _shares(days: int, *, single: bool) -> list[float]:
    if single:
        return [0.5, 0.2, 0.3]
    return [NAME, SIDE, *[(1 - NAME - SIDE - SAID) / days] * days, SAID]


def _head(words: str, fit: Fit) -> Any:
    return para(words, fit.look(bold=True), tag="TH", scope="Column", limit=fit.cell(WORD))


def _row(row: LetterRow, shares: Sequence[float], fit: Fit, *, single: bool) -> Row:
    look = style(fit.size, leading=fit.size * 1.16)
    name = para(Strong(row.name), look, tag="TH", scope="Row", limit=fit.cell(WORDS))
    cells = [para(one, look, tag="TD", limit=fit.cell(WORD)) for one in (row.side or "–", *row.values)]
    said = [] if single else [para(row.change, look, tag="TD", limit=fit.cell(WORDS))]
    return Row([name, *cells, *said], shares, pad=PAD * fit.air, stand=0.5)


def numbered(texts: Sequence[str], fit: Fit) -> Stack:
    """Return texts as a list with numbers, which an answer can name."""

    def number(n: int) -> Any:
        def draw(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
            line(f"{n}.", fit.look()).draw(canvas, x - size * 0.36, y - size * 0.24)

        return draw

    items: list[Any] = []
    for n, text in enumerate(texts, 1):
        words = para(text, fit.look(), tag="LBody", limit=fit.longest)
        items += [Signed(number(n), words, fit.size * 1.5, tag="LI"), 2 * fit.air]
    return Stack(items[:-1], tag="L")


def reply_box(sheet: LetterSheet, fit: Fit) -> Framed:
    """Return what to tick, sign and send back; a fax has no back, so remarks have a line."""
    reply = "Please tick and send back"
    reply += f", or ring {sheet.studio.phone}" if sheet.studio.phone else ""
    answer = Stack(
        [
            para(Strong(reply), fit.look(), tag="H2"),
            2,
            Ticks("", sheet.choices, size=fit.size),
            PenLines([("Remarks", "")], [1], height=18 + 3 * fit.air),
            PenLines([("Signature", ""), ("Date", "")], [65, 35], height=20 + 3 * fit.air),
        ]
    )
    return Framed(answer, pad=6 + 2.5 * fit.air, line_width=1.1)
