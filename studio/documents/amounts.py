"""Tables whose last columns are amounts: figure below figure, at the right."""

from collections.abc import Sequence
from typing import Any

from studio.documents import fonts
from studio.documents.styles import INK, SOFT, style
from studio.documents.table import Row, Table
from studio.documents.text import Strong, Text, para

LONGEST = 600


def amount_table(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], shares: Sequence[float], size: float, *, words: int = 1
) -> Table:
    """Return a table; the first `words` columns stand at the left, the rest are amounts."""
    head = Row(
        [para(Strong(text), style(size * 0.88, colour=SOFT, align=_align(n, words)), tag="TH", scope="Column")
         for n, text in enumerate(heads)],
        shares, stand=0,
    )  # fmt: skip
    return Table([_row(row, shares, size, words) for row in rows], head)


def sum_rows(pairs: Sequence[tuple[str, str]], size: float, *, strong: int = -1) -> Table:
    """Words and amounts under a table, at its right; the pair at `strong` is the one that counts."""
    count = len(pairs)
    rows = []
    for number, (words, amount) in enumerate(pairs):
        loud = number == strong % count
        font = fonts.BOLD if loud else fonts.REGULAR
        look = style(size * (1.15 if loud else 1.0), font=font, align=2)
        rows.append(Row([para(words, look, tag="TH", scope="Row"), para(amount, look, tag="TD")], (0.72, 0.28), pad=3))
    return Table(rows)


def _row(texts: Sequence[Text], shares: Sequence[float], size: float, words: int) -> Row:
    cells: list[Any] = []
    for number, text in enumerate(texts):
        look = style(size, align=_align(number, words), colour=INK)
        scope = "Row" if number == 0 else ""
        cells.append(para(text, look, tag="TD" if number else "TH", scope=scope, limit=LONGEST))
    return Row(cells, shares, pad=size * 0.35, stand=1.0)


def _align(number: int, words: int) -> int:
    return 0 if number < words else 2
