"""A table that runs over pages: its head stands again on each, and is read out once."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents.marks import rule
from studio.documents.styles import INK
from studio.documents.tree import Node


class Row(Flowable):
    """Cells side by side. A cell is a flowable that marks itself as TH or TD, such as a paragraph with that tag.

    `shares` are the widths of the columns as parts of the whole; `stand` is how much of a row's spare height lies
    below a cell: 0 for heads that stand on their rule, 0.5 for the middle, 1 for the top.
    """

    def __init__(
        self, cells: Sequence[Any], shares: Sequence[float], *, pad: float = 4.0, stand: float = 1.0, least: float = 0.0
    ) -> None:
        super().__init__()
        self.cells, self.shares, self.pad, self.stand, self.least = cells, shares, pad, stand, least

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        widths = [availWidth * share for share in self.shares]
        # A little air to the next column, none behind the last.
        rooms = [width - 8 for width in widths[:-1]] + widths[-1:]
        self.heights = [cell.wrap(room, availHeight)[1] for cell, room in zip(self.cells, rooms, strict=True)]
        self.height = max(self.least, max(self.heights) + 2 * self.pad)
        return availWidth, self.height

    def draw(self) -> None:
        x = 0.0
        with self.canv.element("TR"):
            for cell, share, height in zip(self.cells, self.shares, self.heights, strict=True):
                spare = self.height - 2 * self.pad - height
                cell.drawOn(self.canv, x, self.pad + spare * self.stand)
                x += self.width * share


class Table(Flowable):
    """Rows under a head, with a line below each; between two rows it may go on to another page."""

    def __init__(self, rows: Sequence[Row], head: Row | None = None) -> None:
        super().__init__()
        self.rows, self.head = rows, head
        self.begun: list[Node] = []
        """Its structure element once drawn; the parts of a split table share it."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        for row in self._all():
            row.wrap(availWidth, availHeight)
        self.width, self.height = availWidth, sum(row.height for row in self._all())
        return availWidth, self.height

    def split(self, availWidth: float, availHeight: float) -> list["Table"]:
        used = self.head.height if self.head else 0.0
        for number, row in enumerate(self.rows):
            used += row.height
            if used > availHeight:
                return self._halves(number) if number else []
        return [self]

    def draw(self) -> None:
        y, again = self.height, bool(self.begun)
        with self.canv.element("Table", node=self.begun[0] if again else None) as node:
            for row in self._all():
                y -= row.height
                if row is self.head and again:
                    with self.canv.again():
                        row.drawOn(self.canv, 0, y)
                else:
                    row.drawOn(self.canv, 0, y)
                with self.canv.artifact():
                    rule(self.canv, 0, self.width, y, *([INK, 1.2] if row is self.head else []))
        self.begun[:] = [node]

    def _all(self) -> list[Row]:
        return [*([self.head] if self.head else []), *self.rows]

    def _halves(self, number: int) -> list["Table"]:
        halves = [Table(self.rows[:number], self.head), Table(self.rows[number:], self.head)]
        for half in halves:
            half.begun = self.begun
        return halves
