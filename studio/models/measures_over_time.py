"""What was measured on a client, over all their assessments."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from ..ces.comparing import Occasion
from ..ces.comparing_measures import compare_measures
from ..ces.units import LengthUnit
from ..sheets import MeasureLine
from .comparison_measures import measure_lines
from .comparisons import PLOTTED, completed, dated
from .recorded import measures_in
from .studios import Studio
from .tables import in_use


@dataclass(frozen=True)
class OverTime:
    """The days of the newest assessments with anything measured, the oldest first, and a line a measure and side."""

    days: tuple[date, ...]
    lines: tuple[MeasureLine, ...]


def measures_over_time(client_id: int, studio: Studio) -> OverTime:
    """Every measure by date, each with its change since the first date and since the one before."""
    all_ = completed(client_id)
    ids = [one.id for one in all_][-PLOTTED:]
    taken = [
        (one, measures)
        for one in (dated(all_, ids, studio.time_zone) if ids else ())
        if (measures := measures_in(one.version.recorded))
    ]
    occasions = [Occasion((), measures, one.done.coach_id) for one, measures in taken]
    found = compare_measures(occasions, in_use()) if occasions else ()
    return OverTime(
        days=tuple(one.day for one, _ in taken),
        lines=measure_lines(found, in_use(), cast(LengthUnit, studio.units)),
    )
