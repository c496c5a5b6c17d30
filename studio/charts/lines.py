"""Lines over time, each with its own dashes and its name at the end."""

from dataclasses import dataclass

from .axis import every, ticks
from .chart import Chart
from .columns import FOOT, NARROW, PLOT, ROOM, TOP, Tick


@dataclass(frozen=True)
class Label:
    text: str
    x: float
    wide: bool


@dataclass(frozen=True)
class Line:
    """`points` for a box of 100 by `PLOT`; `dots` in per cent and px."""

    name: str
    style: int
    points: str
    dots: tuple[tuple[float, float], ...]
    last: str


@dataclass(frozen=True, kw_only=True)
class Lines(Chart):
    kind = "lines"
    height = TOP + PLOT + FOOT
    base = TOP + PLOT
    label_y = TOP + PLOT + 19
    top, plot = TOP, PLOT

    whole_numbers: bool = True

    @property
    def scale(self) -> list[float]:
        return ticks(
            max((value or 0 for one in self.series for value in one.values), default=0), whole=self.whole_numbers
        )

    @property
    def ticks(self) -> list[Tick]:
        scale = self.scale
        return [Tick(self.shortly(value), TOP + PLOT - PLOT * value / scale[-1]) for value in scale]

    @property
    def under(self) -> list[Label]:
        """The labels that there is room for."""
        number = len(self.labels)
        wide = every(number, ROOM)
        narrow = wide * every(-(-number // wide), NARROW)
        return [Label(label, self._x(at), at % narrow != 0) for at, label in enumerate(self.named) if at % wide == 0]

    @property
    def lines(self) -> list[Line]:
        most = self.scale[-1]
        found = []
        for style, one in enumerate(self.series):
            known = [(self._x(at), value) for at, value in enumerate(one.values) if value is not None]
            places = [(x, round(PLOT - PLOT * value / most, 1)) for x, value in known]
            found.append(
                Line(
                    name=one.name,
                    style=style,
                    points=" ".join(f"{x:g},{y:g}" for x, y in places),
                    dots=tuple((x, TOP + y) for x, y in places) if len(places) <= 2 * ROOM else (),
                    last=self.say(known[-1][1]) if known else "",
                )
            )
        return found

    @property
    def about(self) -> str:
        if self.empty:
            return "Nothing yet."
        ends = [f"{line.name}: {line.last} at the end" for line in self.lines if line.last]
        return f"{self.labels[0]} to {self.labels[-1]}. {'. '.join(ends)}."

    def _x(self, at: int) -> float:
        return round(100 * (at + 0.5) / len(self.labels), 3)
