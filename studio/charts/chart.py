"""What all charts are: labels, one or more series of numbers, and the words for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

STYLES = 6  # fills and strokes that ui/chart.html tells apart without colour
LONGEST = 34  # letters of a label that stand beside a number on a phone


def counted(value: float) -> str:
    """A plain number: 1,204."""
    return f"{value:,.0f}"


@dataclass(frozen=True)
class Series:
    """One kind of thing, with a number for each label of its chart. None: there is none, which is not nought.

    `say` and `write` are for a column of the table that counts something else than the chart does.
    """

    name: str
    values: tuple[float | None, ...]
    say: Callable[[float], str] | None = None
    write: Callable[[float], object] | None = None


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`title` says what it shows, `over` what the labels are (“Month”), `say` puts a number in words.

    `brief` puts it in words where there is little room, `write` is how a spreadsheet takes it. `whole` is the head of
    the column of sums in the table, empty where a sum would mean nothing; `beside` are columns that stand only in the
    table. `marks` are shorter words for the labels, where they stand side by side. `nothing` is told where there is
    none.
    """

    kind: ClassVar[str]

    id: str
    title: str
    over: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    say: Callable[[float], str] = counted
    brief: Callable[[float], str] | None = None
    write: Callable[[float], object] = round
    marks: tuple[str, ...] = ()
    whole: str = ""
    beside: tuple[Series, ...] = ()
    nothing: str = "Nothing in this time."

    @property
    def sums(self) -> tuple[float, ...]:
        """What stands over each label together."""
        return tuple(sum(one.values[at] or 0 for one in self.series) for at in range(len(self.labels)))

    @property
    def empty(self) -> bool:
        return not any(value for one in self.series for value in one.values)

    @property
    def about(self) -> str:
        """The chart in a sentence, for who does not see it."""
        if self.empty:
            return "Nothing yet."
        sums = self.sums
        most = max(range(len(sums)), key=lambda at: sums[at])
        parts = f" Each made of {self.names}." if len(self.series) > 1 else ""
        return f"{self.over}: {len(sums)}.{parts} Most: {self.labels[most]}, {self.say(sums[most])}."

    def fill(self, style: int) -> str:
        """What a shape of a series is filled with: the colour of the picture, or one of the patterns."""
        return f"url(#{self.id}-p{style % STYLES})" if style % STYLES else "currentColor"

    @property
    def names(self) -> str:
        *first, last = (one.name for one in self.series)
        return f"{', '.join(first)} and {last}" if first else last

    @property
    def shortly(self) -> Callable[[float], str]:
        return self.brief or self.say

    @property
    def columns_of_table(self) -> list[Series]:
        """What is drawn, their sum, and what stands beside."""
        return [*self.series, *([Series(self.whole, self.sums)] if self.whole else []), *self.beside]

    @property
    def heads(self) -> list[str]:
        return [self.over, *(one.name for one in self.columns_of_table)]

    def rows(self) -> Iterator[tuple[str, list[str]]]:
        """The table: each label with its numbers in words."""
        columns = self.columns_of_table
        for at, label in enumerate(self.labels):
            yield label, ["–" if one.values[at] is None else self._say(one, one.values[at]) for one in columns]

    def sum_row(self) -> list[str]:
        """The last row of a table with sums."""
        return [self._say(one, sum(value or 0 for value in one.values)) for one in self.columns_of_table]

    def file_rows(self) -> Iterator[list[object]]:
        """The table as a file: a head, then a row a label."""
        columns = self.columns_of_table
        yield [*self.heads]
        for at, label in enumerate(self.labels):
            values = ((one.write or self.write, one.values[at]) for one in columns)
            yield [label, *("" if value is None else write(value) for write, value in values)]

    @property
    def named(self) -> tuple[str, ...]:
        """The labels as they stand under columns and lines."""
        return self.marks or self.labels

    def _say(self, one: Series, value: float | None) -> str:
        return (one.say or self.say)(value or 0)


def short(label: str) -> str:
    """A label that leaves room for a number beside it; the table has the whole of it."""
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"
