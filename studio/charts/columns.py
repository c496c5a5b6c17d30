"""Columns standing side by side, each made of its series: months and weeks."""

from dataclasses import dataclass

from .axis import every, ticks
from .chart import Chart

TOP, PLOT, FOOT = 22, 176, 26  # px: room for the highest number, the columns, their labels
FILLED, WIDEST = 0.68, 7.0  # of its room; per cent of the width
ROOM, NARROW = 13, 6  # labels side by side on a tablet, on a phone


@dataclass(frozen=True)
class Tick:
    words: str
    y: float


@dataclass(frozen=True)
class Piece:
    y: float
    height: float
    style: int


@dataclass(frozen=True)
class Column:
    """`x` is the left edge and `middle` the middle, in per cent. `wide`: labelled only where there is room."""

    label: str
    words: str
    x: float
    middle: float
    top: float
    pieces: tuple[Piece, ...]
    labelled: bool
    wide: bool


@dataclass(frozen=True, kw_only=True)
class Columns(Chart):
    kind = "columns"
    height = TOP + PLOT + FOOT
    base = TOP + PLOT
    label_y = TOP + PLOT + 19

    whole_numbers: bool = True

    @property
    def scale(self) -> list[float]:
        """Up to the highest column; what is below nothing is told in the table only."""
        tall = (sum(max(0, one.values[at] or 0) for one in self.series) for at in range(len(self.labels)))
        return ticks(max(tall, default=0), whole=self.whole_numbers)

    @property
    def ticks(self) -> list[Tick]:
        scale = self.scale
        return [Tick(self.shortly(value), TOP + PLOT - PLOT * value / scale[-1]) for value in scale]

    @property
    def width(self) -> float:
        return round(min(WIDEST, 100 / max(1, len(self.labels)) * FILLED), 3)

    @property
    def columns(self) -> list[Column]:
        number, sums, most = len(self.labels), self.sums, self.scale[-1]
        wide = every(number, ROOM)
        narrow = wide * every(-(-number // wide), NARROW)
        pieces = [tuple(self._pieces(at, most)) for at in range(number)]
        return [
            Column(
                label=label,
                words=self.shortly(sums[at]) if sums[at] else "",
                x=round(100 * (at + 0.5) / number - self.width / 2, 3),
                middle=round(100 * (at + 0.5) / number, 3),
                top=pieces[at][-1].y if pieces[at] else TOP + PLOT,
                pieces=pieces[at],
                labelled=at % wide == 0,
                wide=at % narrow != 0,
            )
            for at, label in enumerate(self.named)
        ]

    def _pieces(self, at: int, most: float) -> list[Piece]:
        """From the ground up."""
        found, y = [], float(TOP + PLOT)
        for style, one in enumerate(self.series):
            value = one.values[at] or 0
            if value > 0:
                height = PLOT * value / most
                y -= height
                found.append(Piece(round(y, 2), round(height, 2), style))
        return found
