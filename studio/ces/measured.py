"""The measures of one person, asked side by side: flagged, clear, or not measured."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studio.ces.case import Case, Measure
from studio.ces.catalogue import Catalogue
from studio.ces.measures import Band, MeasureKind, Reading, hits
from studio.ces.protocols import Compensation, Role
from studio.ces.sides import LEFT_RIGHT, OneSide, opposite

POSITIVE = {"refer", "watch", "restricted"}


@dataclass(frozen=True, slots=True)
class Measured:
    """Readings by measure and side (None where a measure has no sides), and who they belong to."""

    kinds: Mapping[str, MeasureKind]
    readings: Mapping[tuple[str, OneSide | None], Reading]
    members: Mapping[str, tuple[str, ...]]  # group -> muscles
    age: int | None = None
    sex: str | None = None

    def reading(self, measure: str, side: OneSide) -> Reading | None:
        """Give what was measured on a side; a measure without sides counts for both."""
        return self.readings.get((measure, side if self.kinds[measure].sided else None))

    def bands(self, measure: str, side: OneSide) -> tuple[Band, ...] | None:
        """Give the cut-offs a side has reached; None when it was not measured or no cut-off is for this person."""
        kind, reading = self.kinds[measure], self.reading(measure, side)
        if reading is None or not any(band.covers(self.age, self.sex) for band in kind.bands):
            return None
        return tuple(hits(kind, reading, self.age, self.sex))

    def flagged(self, measure: str, side: OneSide) -> bool | None:
        """Tell whether a side is on the restricted side of a measure; None when that cannot be said."""
        bands, lost = self.bands(measure, side), self.side_lost(measure, side)
        if lost or (bands and any(band.flag in POSITIVE for band in bands)):
            return True
        return None if bands is None and lost is None else False

    def reached(self, measure: str, side: OneSide) -> bool | None:
        """Tell whether a side is restricted or borderline."""
        bands = self.bands(measure, side)
        return None if bands is None else bool(bands)

    def difference(self, measure: str) -> float | None:
        """Give left minus right; None when a side is missing."""
        left, right = (self.readings.get((measure, side)) for side in LEFT_RIGHT)
        return round(left.values[0] - right.values[0], 3) if left and right else None

    def side_lost(self, measure: str, side: OneSide) -> bool | None:
        """Tell whether a side has lost too much against the other, where the measure has such a rule."""
        kind, difference = self.kinds[measure], self.difference(measure)
        if difference is None:
            return None
        if kind.side_difference is not None:
            return abs(difference) > kind.side_difference
        if kind.side_loss is None:
            return None
        other = self.difference(kind.side_loss.measure)
        loss = -difference if side == "left" else difference
        return other is not None and loss >= kind.side_loss.value and abs(other) > kind.side_loss.over

    def asymmetric(self, measure: str) -> bool | None:
        """Tell whether the sides differ by as much as the measure notes; None when a side is missing."""
        limit, difference = self.kinds[measure].asymmetry, self.difference(measure)
        return None if limit is None or difference is None else abs(difference) >= limit

    def lags(self, measure: str, side: OneSide) -> bool | None:
        """Tell whether a side has less than the other, by as much as the measure notes."""
        noted, difference = self.asymmetric(measure), self.difference(measure)
        if not noted or difference is None:
            return noted
        return difference < 0 if side == "left" else difference > 0

    def confirms(self, compensation: Compensation, side: OneSide) -> bool:
        """Tell whether a measure of its own supports a finding; midline and directional ones take either side."""
        if not self.readings:
            return False
        sided = compensation.laterality in ("sided", "stance_leg")
        sides = (side,) if sided else (side, opposite(side))
        return any(self.flagged(measure, one) for measure in compensation.confirm_with for one in sides)

    def says(self, muscle: str, side: OneSide) -> Role | None:
        """Let length and mobility decide: restricted speaks for overactive, clear for underactive, both for nothing."""
        found = {
            self.flagged(kind.id, side)
            for kind in self.kinds.values()
            if any(muscle in self.members.get(one, (one,)) for one in kind.overactive)
        } - {None}
        if len(found) != 1:
            return None
        return "overactive" if True in found else "underactive"


def measured(case: Case, cat: Catalogue) -> Measured:
    """Collect the measures of a case."""
    return Measured(
        kinds=cat.measures,
        readings=dict(_readings(case.measures)),
        members={group.id: group.members for group in cat.groups.values()},
        age=case.client.age,
        sex=case.client.sex,
    )


def nothing(cat: Catalogue) -> Measured:
    """Give a person nothing was measured on."""
    return Measured(cat.measures, {}, {})


def _readings(measures: Iterable[Measure]) -> Iterable[tuple[tuple[str, OneSide | None], Reading]]:
    for one in measures:
        # Chair stand: if the arms are used, the test stops and counts as 0.
        values = (0.0,) if one.used_arms else one.values
        yield (one.measure, one.side), Reading(values, one.side, bool(one.key_question))
