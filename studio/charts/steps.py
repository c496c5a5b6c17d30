"""Steps on a way, each a part of the one before: how many came so far, and how many went on."""

from dataclasses import dataclass

from .bars import Part, pieces
from .chart import Chart

LINE, BAR, BETWEEN = 22, 20, 40  # px


@dataclass(frozen=True)
class Between:
    """Between a step and the next one: the share that went on, and the middle one's days."""

    share: float | None
    days: float | None

    @property
    def words(self) -> str:
        """“72% went on, in 4 days”; the days are those of the one in the middle."""
        if self.share is None:
            return ""
        days = "" if self.days is None else f", {_long(self.days)}"
        return f"{self.share:.0%} went on{days}"


@dataclass(frozen=True)
class Step:
    label: str
    words: str
    share: str
    text_y: int
    bar_y: int
    parts: tuple[Part, ...]
    way: str
    way_y: int


@dataclass(frozen=True, kw_only=True)
class Steps(Chart):
    """`between` stand between the labels, one less than they are."""

    kind = "steps"
    bar_height = BAR

    between: tuple[Between, ...]

    @property
    def height(self) -> int:
        return (LINE + 8 + BAR + BETWEEN) * len(self.labels) - BETWEEN + 2

    @property
    def steps(self) -> list[Step]:
        sums = self.sums
        full, row = sums[0] or 1, LINE + 8 + BAR + BETWEEN
        return [
            Step(
                label=label,
                words=self.say(sums[at]),
                share=f"{sums[at] / full:.0%}" if at and sums[0] else "",
                text_y=row * at + LINE,
                bar_y=row * at + LINE + 8,
                parts=tuple(pieces([one.values[at] or 0 for one in self.series], full)),
                way=self.between[at].words if at < len(self.between) else "",
                way_y=row * at + LINE + 8 + BAR + 18,
            )
            for at, label in enumerate(self.labels)
        ]


def _long(days: float) -> str:
    if days < 1:
        return "on the same day"
    if days < 21:
        return f"in {days:.0f} day{'s' * (round(days) != 1)}"
    return f"in {days / 7:.0f} weeks"
