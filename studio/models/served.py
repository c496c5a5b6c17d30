"""The exercises of a client's programme, asked from the other end: which of them are there for a finding or muscle."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from ..ces.catalogue import Catalogue
from ..ces.reasoning import Because
from ..extensions import db
from .prescriptions import Prescription
from .programmes import Programme, ProgrammeVersion
from .tables import in_use


@dataclass(frozen=True, slots=True)
class Serving:
    """An exercise that serves something: `muscles` are those it works on for it, none for a whole movement."""

    name: str
    phase: str
    parked: bool
    muscles: tuple[str, ...]
    findings: tuple[str, ...]
    programme_id: int
    exercise_id: str


def serving_finding(client_id: int, compensation: str) -> tuple[Serving, ...]:
    """The exercises that this finding put into the newest version of the client's programme."""
    return _serving(client_id, lambda row, one: one.compensation == compensation)


def serving_muscle(client_id: int, muscle: str) -> tuple[Serving, ...]:
    """The exercises that work on this muscle, or on a group it belongs to."""
    cat = in_use()
    mine = set(cat.members(muscle))
    return _serving(client_id, lambda row, one: any(mine & set(cat.members(target)) for target in row.value.targets))


def _serving(client_id: int, about: Callable[[Prescription, Because], bool]) -> tuple[Serving, ...]:
    cat = in_use()
    found = []
    for row in _lines(client_id):
        reasons = [one for one in row.value.because if about(row, one)]
        if reasons:
            found.append(_one(row, reasons, cat))
    return tuple(sorted(found, key=lambda one: one.parked))


def _one(row: Prescription, reasons: list[Because], cat: Catalogue) -> Serving:
    drill = cat.exercises.get(row.exercise)
    return Serving(
        name=drill.name if drill else row.exercise,
        phase=row.phase,
        parked=row.parked,
        muscles=tuple(dict.fromkeys(one.muscle for one in reasons if one.muscle)),
        findings=tuple(dict.fromkeys(one.compensation for one in reasons)),
        programme_id=row.version.programme_id,
        exercise_id=row.exercise if drill else "",
    )


def _lines(client_id: int) -> list[Prescription]:
    newest = (
        select(ProgrammeVersion.id)
        .join(ProgrammeVersion.programme)
        .where(Programme.client_id == client_id)
        .order_by(ProgrammeVersion.created_at.desc(), ProgrammeVersion.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = select(Prescription).where(Prescription.version_id == newest, Prescription.removed.is_(False))
    return list(db.session.scalars(rows.order_by(Prescription.position)))
