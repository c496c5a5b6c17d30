"""What stands between a client and training on a day: precautions, clearances, pain nobody has cleared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from sqlalchemy import or_, select

from .. import clock
from ..ces.case import Client as Person
from ..ces.case import Pain, Readiness, Tag
from ..ces.limits import Limit
from ..extensions import db
from .assessments import Assessment
from .clearances import Clearance, Level, clearances_of
from .felt import Felt, felt_by
from .precautions import Precaution, precautions_of
from .readiness import Held, Letter, known
from .studios import the_studio
from .written import filed, on_paper


@dataclass(frozen=True)
class Standing:
    """What holds on the day `on`; a voided assessment counts for nothing."""

    on: date
    precautions: Sequence[Precaution]
    clearances: Sequence[Clearance]
    felt: tuple[Felt, ...]
    held: Held | None = None
    letter: Letter | None = None

    @cached_property
    def in_force(self) -> list[Precaution]:
        return [one for one in self.precautions if one.stands(self.on)]

    @cached_property
    def lapsed(self) -> list[Precaution]:
        """Past their last day, and nobody has said whether they still stand."""
        return [one for one in self.precautions if one.lapsed(self.on)]

    @cached_property
    def valid(self) -> list[Clearance]:
        return [one for one in self.clearances if one.stands(self.on)]

    @cached_property
    def pains(self) -> tuple[Felt, ...]:
        """What hurt and was not cleared in writing since: these regions rest."""
        return tuple(one for one in self.felt if one.lifted_by is None)

    @property
    def clearance(self) -> Literal["full", "restricted", "not_now", "none"]:
        """The last word for the whole body that still holds."""
        whole = [one for one in self.valid if not one.regions]
        return whole[0].level.value if whole else "none"

    @property
    def tags(self) -> tuple[Tag, ...]:
        return tuple(dict.fromkeys(tag for one in self.in_force for tag in one.engine_tags))

    @property
    def limits(self) -> tuple[Limit, ...]:
        said = [limit for one in self.in_force for limit in one.engine_limits]
        resting = [limit for one in self._resting for limit in one.engine_limits]
        return tuple(dict.fromkeys((*said, *resting)))

    @property
    def cleared(self) -> frozenset[str]:
        """Exercises cleared by name."""
        return frozenset(name for one in self.valid if one.level is not Level.not_now for name in one.exercises)

    @property
    def told(self) -> tuple[Pain, ...]:
        """What the client says hurts, and nobody has cleared in writing since."""
        pains = self.held.form.pains if self.held else ()
        return tuple(one for one in pains if one.region not in self._lifted)

    @property
    def not_now(self) -> tuple[Pain, ...]:
        """The regions that a clinician has shut, as if they hurt at rest."""
        return tuple(Pain(region, None, None, "at_rest") for one in self._resting for region in one.regions)

    @property
    def readiness(self) -> Readiness | None:
        """The answers before training; what a clinician wrote since settles what it covers."""
        if self.held is None:
            return None
        value, lifted = self.held.value, self._lifted
        areas = tuple(filed(one, self.in_force) for one in value.areas if one.region not in lifted)
        return replace(value, areas=areas, answers=tuple(on_paper(value.answers, areas, self.in_force)))

    @property
    def _since(self) -> list[Clearance]:
        """Words that let training go on, put on file after the answers were given."""
        answered = self.held.form.answered_at if self.held else None
        words = [one for one in self.valid if one.level is not Level.not_now]
        return [one for one in words if answered is not None and one.recorded_at > answered]

    @property
    def _lifted(self) -> frozenset[str]:
        areas = self.held.form.named if self.held else ()
        return frozenset(area.region for area in areas if any(one.covers(area.region) for one in self._since))

    @property
    def _resting(self) -> list[Clearance]:
        """“Not now” for a region holds until a later word about that region."""
        return [
            one
            for number, one in enumerate(self.valid)
            if one.level is Level.not_now
            and not all(any(newer.covers(region) for newer in self.valid[:number]) for region in one.regions)
        ]

    def dressed(self, person: Person) -> Person:
        """The person as the engine knows them, with what they must mind."""
        return replace(person, tags=self.tags, limits=self.limits, cleared=self.cleared, clearance=self.clearance)


def standing(client_id: int, on: date) -> Standing:
    """Look it all up in four statements."""
    return replace(_felt_and_told(client_id, on), precautions=precautions_of(client_id))


def resting(assessment: Assessment, on: date) -> tuple[Pain, ...]:
    """Where it hurt before this assessment and nobody has cleared it in writing: no test of these regions.

    A second rating learns nothing of what was felt in other assessments.
    """
    stands = _felt_and_told(assessment.client_id, on)
    others = (one for one in stands.pains if one.assessment_id != assessment.id)
    felt = () if assessment.second_to_id else (one.pain for one in others)
    return tuple(one for one in (*felt, *stands.told, *stands.not_now) if one.hurts and one.when != "history")


def _felt_and_told(client_id: int, on: date) -> Standing:
    """All but the precautions, in three statements."""
    clearances = clearances_of(client_id)
    felt = _judged(felt_by(client_id), clearances, on)
    before = known(client_id, on)
    return Standing(on, (), clearances, felt, before.held, before.letter)


def limits_on_file(client_id: int, on: date) -> bool:
    """Is there anything to mind? All that somebody may know who is not to read what."""
    standing_ones = select(Precaution.id).where(
        Precaution.client_id == client_id,
        Precaution.ended_at.is_(None),
        or_(Precaution.until.is_(None), Precaution.until >= on),
    )
    return db.session.scalar(standing_ones.limit(1)) is not None


def _judged(felt: Sequence[Felt], clearances: Sequence[Clearance], on: date) -> tuple[Felt, ...]:
    """Only a word put on file after the pain lifts its block (pain_rules: until written clearance)."""
    words = [one for one in clearances if one.level is not Level.not_now and one.stands(on)]
    studio = the_studio() if felt and words else None
    zone = studio.time_zone if studio else "UTC"

    def lift(one: Felt) -> Clearance | None:
        day, region = clock.local(one.since, zone).date(), one.pain.region
        return next((w for w in words if w.covers(region) and w.said_on >= day and w.recorded_at > one.since), None)

    return tuple(replace(one, lifted_by=lift(one)) for one in felt)
