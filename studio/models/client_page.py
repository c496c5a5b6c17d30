"""What a client's page stands on: where the client is in the chain, and what was found last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, cast

from sqlalchemy import select

from ..ces.dose import SETUP_S
from ..ces.exercises import PHASES, Phase
from ..extensions import db
from .assessments import OPEN_STATES, Assessment, AssessmentVersion, State
from .cases import newest_findings
from .clients import Client
from .consents import Standing, standing_of
from .minutes import whole_minutes
from .prescriptions import Prescription
from .programmes import Programme, ProgrammeVersion, Setting
from .summary import Summary, frozen_summary

RECENT = 20


class Version(NamedTuple):
    """A version of the home programme without its JSON."""

    id: int
    programme_id: int
    number: int
    changed_at: datetime
    issued_at: datetime | None
    next_date: date | None
    started_on: date | None
    weeks: int


class Exercise(NamedTuple):
    """A line of the sheet, in its phase."""

    phase: Phase
    position: int
    exercise: str
    seconds: int


@dataclass(frozen=True)
class Sheet:
    """The version in the client's hands, or the draft while there is none: its exercises by phase, and minutes."""

    version: Version
    lines: list[Exercise]
    minutes: int


@dataclass(frozen=True)
class ClientPage:
    """`assessments` and `versions` are the newest first; `issued` and `draft` are the last of their kind."""

    assessments: Sequence[Assessment]
    findings: AssessmentVersion | None
    versions: list[Version]
    sheet: Sheet | None
    consent: Standing

    @property
    def waiting(self) -> Assessment | None:
        """The assessment that was begun and not finished, or opened again."""
        return next((one for one in self.assessments if one.state in OPEN_STATES), None)

    @property
    def first(self) -> Assessment | None:
        """The assessment that the weeks of re-screens are counted from, as far as the page looks back."""
        counted = [one for one in self.assessments if one.state in (State.complete, State.amending)]
        return counted[-1] if counted else None

    @property
    def compares(self) -> bool:
        """Are there two assessments to lay side by side?"""
        return sum(one.state in (State.complete, State.amending) for one in self.assessments) > 1

    @property
    def issued(self) -> Version | None:
        return next((one for one in self.versions if one.issued_at), None)

    @property
    def draft(self) -> Version | None:
        return next((one for one in self.versions if not one.issued_at), None)

    @property
    def weeks(self) -> int:
        """How long the plan runs."""
        return self.versions[0].weeks if self.versions else 12

    @property
    def next(self) -> str:
        """The next link of the chain: assess, continue, programme or print."""
        if self.waiting:
            return "continue"
        if self.findings is None and self.issued is None:
            return "assess" if self.draft is None else "programme"
        since = self.issued.issued_at if self.issued else None
        news = since is None or (self.findings is not None and self.findings.at > since)
        return "programme" if news else "print"

    def summary(self) -> Summary | None:
        """What the last completed assessment says."""
        return frozen_summary(self.findings, None) if self.findings else None


def client_page(client: Client) -> ClientPage:
    """Read it in a handful of statements, without the bytes and JSON that only other pages need."""
    assessments = select(Assessment).where(Assessment.client_id == client.id)
    versions = (
        select(
            ProgrammeVersion.id,
            ProgrammeVersion.programme_id,
            ProgrammeVersion.number,
            ProgrammeVersion.changed_at,
            ProgrammeVersion.issued_at,
            ProgrammeVersion.next_date,
            Programme.started_on,
            Programme.weeks,
        )
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .where(Programme.client_id == client.id, Programme.setting == Setting.home)
        .order_by(ProgrammeVersion.number.desc())
    )
    found = [Version(*row) for row in db.session.execute(versions.limit(RECENT))]
    shown = next((one for one in found if one.issued_at), found[0] if found else None)
    done = db.session.scalars(assessments.order_by(Assessment.id.desc()).limit(2 * RECENT)).all()
    return ClientPage(
        assessments=[one for one in done if not one.second_to_id][:RECENT],
        findings=newest_findings(client.id),
        versions=found,
        sheet=_sheet(shown) if shown else None,
        consent=standing_of(client.id),
    )


def _sheet(version: Version) -> Sheet:
    rows = db.session.execute(
        select(Prescription.phase, Prescription.position, Prescription.exercise, Prescription.seconds).where(
            Prescription.version_id == version.id, ~Prescription.parked, ~Prescription.removed
        )
    )
    lines = [Exercise(cast(Phase, phase), position, exercise, seconds) for phase, position, exercise, seconds in rows]
    lines.sort(key=lambda line: (PHASES.index(line.phase), line.position))
    return Sheet(version, lines, sum(whole_minutes([(line.seconds + SETUP_S) / 60 for line in lines])))
