"""Two or three assessments side by side, as the page and the progress report show them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from studio.sheets.shared import Paper, Side, StudioCard

Look = Literal["better", "likely", "same", "worse", "open"]
"""How a change is printed: `better` is sure, `likely` probable; `open` is what nobody can say."""


Reading = Literal["client", "therapist", "coach"]
"""Who reads the report: the same data in their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One of the assessments, a column of the tables."""

    day: date
    name: str = ""
    """“Week 6” when the date lies in that window."""
    rater: str = ""
    how: str = ""
    """“full depth, shoes off”."""
    assessment: int = 0
    """Number of the row: finds the page, is never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What can be said about a change; `detail` is why, or how sure."""

    words: str
    look: Look
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A row on one date: 0 to 2, or None with the reason in `words`."""

    severity: int | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """One thing that was seen on one of the dates at least."""

    name: str
    test: str
    cells: tuple[Cell, ...]
    overall: Said
    """From the first date to the last."""
    latest: Said | None = None
    """From the date before the last to the last, where there are three."""
    compensation: str = ""
    """Catalogue id: finds the picture, is never printed."""
    side: Side = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The rows of one part of the body."""

    name: str
    rows: tuple[RowLine, ...] = ()
    quiet: int = 0
    """How many rows were looked at on every date and never seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure on one side: the values in words and as numbers, None where it was not measured."""

    name: str
    values: tuple[str, ...]
    numbers: tuple[float | None, ...]
    overall: Said
    latest: Said | None = None
    least: float | None = None
    """The smallest change that is more than measuring error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePoint:
    """The score of one date, or None with the reason in `without`."""

    day: date
    value: int | None
    name: str = ""
    partial: bool = False
    without: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """The score over time, and its change on what was tested on both dates."""

    points: tuple[ScorePoint, ...]
    change: Said
    line: MeasureLine | None = None
    """Both scores on the shared movements, where a change may be shown."""
    shared: str = ""
    """“on the same 8 of 10 movements”."""
    bands: str = ""
    """From how many points a change is likely, and clear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSheet:
    """The comparison of one client's assessments, the oldest first."""

    studio: StudioCard
    client_first: str
    client_full: str
    coach: str
    coach_credential: str = ""
    occasions: tuple[Occasion, ...]
    headline: str
    """“2 of your 4 findings are not seen now, 1 is likely better.”"""
    lead: str = ""
    checkpoints: tuple[Checkpoint, ...] = ()
    measures: tuple[MeasureLine, ...] = ()
    score: ScoreLine | None = None
    cautions: tuple[str, ...] = ()
    """What the reader must know about how the dates differ."""
    reading: Reading = "client"
    lang: str = "en"
    paper: Paper = "A4"

    @property
    def coach_reads(self) -> bool:
        """Tell whether it is the coach's own copy."""
        return self.reading == "coach"

    @property
    def first(self) -> Occasion:
        """The oldest of the dates."""
        return self.occasions[0]

    @property
    def last(self) -> Occasion:
        """The newest of the dates."""
        return self.occasions[-1]

    @property
    def rows(self) -> tuple[RowLine, ...]:
        """Everything seen, from the feet up."""
        return tuple(row for checkpoint in self.checkpoints for row in checkpoint.rows)

    @property
    def by_weight(self) -> tuple[RowLine, ...]:
        """The same, what was graded highest at first before the others; of equals what was judged most often."""

        def weight(row: RowLine) -> tuple[int, int, int]:
            grades = [-1 if cell.severity is None else cell.severity for cell in row.cells]
            return -grades[0], grades.count(-1), -max(grades)

        return tuple(sorted(self.rows, key=weight))

    @property
    def three(self) -> bool:
        """Tell whether there is a date in the middle."""
        return len(self.occasions) > len(("first", "last"))

    @property
    def what_this_is_not(self) -> str:
        """The sentence that keeps the report inside the scope of practice."""
        who, days = "you" if self.reading == "client" else "the client", "three" if self.three else "two"
        return (
            f"It is not a diagnosis. It shows how {who} moved on {days} days. "
            "We cannot say that every change came from the exercises."
        )
