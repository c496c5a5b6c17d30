"""Blood pressure: which reading counts, and which row of the table it falls into."""

from collections.abc import Iterable

from studio.ces.catalogue import Catalogue
from studio.ces.rules import PressureRow

Pressure = tuple[int, int]


def pressure_row(pressure: Pressure, cat: Catalogue) -> PressureRow:
    """Find the first row that fits: systolic or diastolic reaches its number."""
    systolic, diastolic = pressure
    return next(row for row in cat.safety.pressure if systolic >= row.systolic or diastolic >= row.diastolic)


def counting(readings: Iterable[Pressure], cat: Catalogue) -> Pressure | None:
    """Give the pair that counts of readings five minutes apart: the lower one.

    The reference does not say which of two is lower when each is in one of its numbers; the one in the milder row is.
    """
    rows = [row.id for row in cat.safety.pressure]
    return min(readings, key=lambda one: (-rows.index(pressure_row(one, cat).id), one), default=None)
