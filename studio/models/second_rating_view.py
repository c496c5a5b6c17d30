"""Both ratings of one performance side by side, and how well they agree."""

from dataclasses import dataclass

from ..ces.agreement import Agreement, by_checkpoint, judged
from ..ces.comparing import compare_rows
from ..ces.findings import Seen
from ..sheets import Cell
from .assessments import Assessment
from .comparison_rows import cell_words
from .finding_words import capital, title
from .second_ratings import twice
from .tables import in_use


@dataclass(frozen=True)
class Rated:
    """One row on one side in both ratings."""

    name: str
    first: Cell
    second: Cell

    @property
    def apart(self) -> int | None:
        """By how many grades they differ; None where one of them did not judge."""
        if self.first.severity is None or self.second.severity is None:
            return None
        return abs(self.first.severity - self.second.severity)


@dataclass(frozen=True)
class Both:
    """What differs or was seen, and the agreement of each checkpoint with its label."""

    rows: tuple[Rated, ...]
    checkpoints: tuple[tuple[str, Agreement], ...]
    alike: int
    judged: int


def both_ratings(rating: Assessment) -> Both | None:
    """Compare a finished second rating with the first; None when there is none to compare with."""
    found = twice(rating)
    if found is None:
        return None
    cat, pair = in_use(), found.pair
    rows = [row for row in compare_rows([pair.first, pair.second], cat) if row.seen]
    parts = by_checkpoint(judged([pair], cat), cat)
    return Both(
        rows=tuple(
            Rated(
                capital(title(Seen(cat.compensations[row.compensation], *_sides(row.side))).removeprefix("your ")),
                *map(cell_words, row.cells),
            )
            for row in rows
        ),
        checkpoints=tuple((capital(cat.checkpoints[one]), said) for one, said in parts.items()),
        alike=sum(round(said.judgements * (said.percent or 0) / 100) for said in parts.values()),
        judged=sum(said.judgements for said in parts.values()),
    )


def _sides(side: str | None) -> tuple[int, int]:
    return int(side != "right"), int(side != "left")
