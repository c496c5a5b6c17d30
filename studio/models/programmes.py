"""Programmes: a client's plan, as dated versions; an issued version never changes."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from sqlalchemy import ColumnElement, ForeignKey, Index, Integer, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, defer, mapped_column, relationship

from .. import clock
from ..ces.exercises import PHASES, Phase
from ..ces.weeks import Weeks
from ..extensions import db
from .assessments import AssessmentVersion, State
from .base import ClientRef, Id, Json, Model, Moment, UserRef, Words, choice
from .clients import Client
from .prescriptions import Prescription
from .users import User

__all__ = ["Prescription", "Programme", "ProgrammeVersion", "Setting"]


NOT_ISSUED = text("issued_at IS NULL")


class Setting(StrEnum):
    home = "home"
    studio = "studio"


class Programme(Model):
    """A client's plan for one setting. Its weeks are counted from the day the first version was issued.

    It runs 12 or 16 weeks: for the reasons in `weeks_why`, or because the coach `weeks_by` said so.
    """

    __tablename__ = "programmes"
    __table_args__ = (UniqueConstraint("client_id", "setting"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    setting: Mapped[Setting] = mapped_column(choice(Setting), default=Setting.home)
    created_at: Mapped[Moment]
    started_on: Mapped[date | None]
    weeks: Mapped[Weeks] = mapped_column(Integer, default=12)
    weeks_why: Mapped[Words]
    weeks_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    sessions_per_week: Mapped[int] = mapped_column(default=1)
    session_minutes: Mapped[int] = mapped_column(default=60)

    weeks_by: Mapped[User | None] = relationship(lazy="joined")
    client: Mapped[Client] = relationship(lazy="joined", innerjoin=True)
    versions: Mapped[list["ProgrammeVersion"]] = relationship(
        back_populates="programme", order_by="ProgrammeVersion.number"
    )

    def week(self, on: date) -> int:
        """The week of the plan on that day, from 1; 1 while nothing has been issued."""
        return 1 if self.started_on is None else max(0, (on - self.started_on).days) // 7 + 1

    @property
    def draft(self) -> "ProgrammeVersion | None":
        """The version being worked on; there is never more than one."""
        return self._last(ProgrammeVersion.issued_at.is_(None))

    @property
    def issued(self) -> "ProgrammeVersion | None":
        """The version in the client's hands."""
        return self._last(ProgrammeVersion.issued_at.is_not(None))

    def _last(self, *conditions: ColumnElement[bool]) -> "ProgrammeVersion | None":
        mine = select(ProgrammeVersion).where(ProgrammeVersion.programme_id == self.id, *conditions)
        return db.session.scalar(mine.order_by(ProgrammeVersion.number.desc()).limit(1))


class ProgrammeVersion(Model):
    """One version: a draft until `issued_at`, unchangeable after.

    `plan` is the request given to the engine (weeks, week, limits); `notes` holds what the engine set aside beside the
    lines: limits, priorities, excluded, gaps and empty phases, in the shape of `studio analyse`. `touched` says that
    there is a coach's work in it, which the engine does not draft over.
    """

    __tablename__ = "programme_versions"
    __table_args__ = (
        UniqueConstraint("programme_id", "number"),
        Index("ix_programme_versions_issued_at", "issued_at"),
        Index(
            "uq_programme_versions_draft",
            "programme_id",
            unique=True,
            sqlite_where=NOT_ISSUED,
            postgresql_where=NOT_ISSUED,
        ),
    )

    id: Mapped[Id]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    number: Mapped[int]
    assessment_version_id: Mapped[int | None] = mapped_column(ForeignKey("assessment_versions.id"))
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    changed_at: Mapped[Moment]
    revision: Mapped[int] = mapped_column(default=1)
    touched: Mapped[bool] = mapped_column(default=False)
    catalogue: Mapped[str] = mapped_column(String(60))
    plan: Mapped[Json]
    notes: Mapped[Json]
    home_days: Mapped[int] = mapped_column(default=4)
    next_date: Mapped[date | None] = mapped_column(index=True)
    message: Mapped[str] = mapped_column(String(300), default="")
    issued_at: Mapped[Moment | None]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    sheet: Mapped[Json | None]

    programme: Mapped[Programme] = relationship(back_populates="versions", lazy="joined", innerjoin=True)
    assessment_version: Mapped[AssessmentVersion | None] = relationship()
    issued_by: Mapped[User | None] = relationship(foreign_keys="ProgrammeVersion.issued_by_id", lazy="joined")
    lines: Mapped[list[Prescription]] = relationship(
        back_populates="version", order_by=Prescription.position, cascade="all, delete-orphan"
    )

    @property
    def is_draft(self) -> bool:
        return self.issued_at is None

    @property
    def on_sheet(self) -> list[Prescription]:
        """The lines as they are printed: by phase, then by their place."""
        return sorted((row for row in self.lines if not row.parked and not row.removed), key=_place)

    @property
    def waiting(self) -> list[Prescription]:
        """The parked lines, in the same order; one that came onto the sheet another way waits no longer."""
        used = {row.exercise for row in self.on_sheet}
        parked = (row for row in self.lines if row.parked and not row.removed and row.exercise not in used)
        return sorted(parked, key=_place)

    def number_of(self, row: Prescription) -> int:
        """The number a line has on the sheet, 0 when it is not on it."""
        return next((number for number, other in enumerate(self.on_sheet, start=1) if other is row), 0)

    @property
    def basis(self) -> AssessmentVersion | None:
        """The assessment this version rests on, unless it was voided or moved to another client since."""
        version = self.assessment_version
        if version is None or version.assessment.state is State.voided:
            return None
        return version if version.assessment.client_id == self.programme.client_id else None


def _place(row: Prescription) -> tuple[int, int]:
    return PHASES.index(cast(Phase, row.phase)), row.position


def programme_of(client: Client, setting: Setting = Setting.home) -> Programme:
    """The client's programme for a setting, made when there is none; inside the caller's `write()`."""
    found = programme_in(client.id, setting)
    if found is None:
        found = Programme(client=client, setting=setting, created_at=clock.utcnow(), weeks_why=[])
        db.session.add(found)
        db.session.flush()
    return found


def programme_in(client_id: int, setting: Setting) -> Programme | None:
    """The client's programme for a setting, when there is one."""
    return db.session.scalar(select(Programme).where(Programme.client_id == client_id, Programme.setting == setting))


def load_programme(programme_id: int) -> Programme | None:
    return db.session.get(Programme, programme_id)


def load_version(programme_id: int, number: int) -> ProgrammeVersion | None:
    return db.session.scalar(
        select(ProgrammeVersion).where(ProgrammeVersion.programme_id == programme_id, ProgrammeVersion.number == number)
    )


def load_line(programme_id: int, prescription_id: int) -> Prescription | None:
    return db.session.scalar(
        select(Prescription)
        .join(Prescription.version)
        .where(Prescription.id == prescription_id, ProgrammeVersion.programme_id == programme_id)
    )


def issued_before(client_id: int, moment: datetime) -> ProgrammeVersion | None:
    """The version of the home programme that was in the client's hands then."""
    return db.session.scalar(
        select(ProgrammeVersion)
        .join(ProgrammeVersion.programme)
        .where(Programme.client_id == client_id, Programme.setting == Setting.home)
        .where(ProgrammeVersion.issued_at < moment)
        .order_by(ProgrammeVersion.number.desc())
        .limit(1)
    )


def issued_versions(programme_id: int) -> Sequence[ProgrammeVersion]:
    """The issued versions, newest first, without the sheets themselves."""
    mine = ProgrammeVersion.programme_id == programme_id
    return db.session.scalars(
        select(ProgrammeVersion)
        .where(mine, ProgrammeVersion.issued_at.is_not(None))
        .order_by(ProgrammeVersion.number.desc())
        .options(*(defer(column) for column in (ProgrammeVersion.sheet, ProgrammeVersion.notes)))
    ).all()
