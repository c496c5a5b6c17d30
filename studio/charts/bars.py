"""Bars lying down, one under the other: names are long, and a phone is narrow."""

from dataclasses import dataclass

from .chart import Chart, short

LINE, BAR, ROW = 18, 14, 48  # px: from the top to the foot of the words, the bar, the next row


@dataclass(frozen=True)
class Part:
    """A piece of a bar in per cent of the width; `style` is the place of its series."""

    x: float
    width: float
    style: int


@dataclass(frozen=True)
class Bar:
    label: str
    words: str
    text_y: int
    bar_y: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Bars(Chart):
    """`of` is what a whole width stands for; the longest bar by itself."""

    kind = "bars"
    bar_height = BAR

    of: float | None = None

    @property
    def height(self) -> int:
        return ROW * len(self.labels) - (ROW - LINE - BAR - 8)

    @property
    def bars(self) -> list[Bar]:
        sums = self.sums
        full = self.of or max(sums, default=0) or 1
        return [
            Bar(
                label=short(label),
                words=self.say(sums[at]),
                text_y=ROW * at + LINE,
                bar_y=ROW * at + LINE + 8,
                parts=tuple(pieces([one.values[at] or 0 for one in self.series], full)),
            )
            for at, label in enumerate(self.labels)
        ]


def pieces(values: list[float], full: float) -> list[Part]:
    """The values one behind the other, in per cent of `full`; what is nothing is left out."""
    found, x = [], 0.0
    for style, value in enumerate(values):
        if value > 0:
            width = 100 * value / full
            found.append(Part(round(x, 2), round(width, 2), style))
            x += width
    return found
