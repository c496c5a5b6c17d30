"""Programmes: a client's plan, as dated versions; an issued version never changes."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .assessments import AssessmentVersion
from .base import ClientRef, Id, Json, Model, Moment, UserRef, choice
from .clients import Client
from .users import User


class Setting(StrEnum):
    home = "home"
    studio = "studio"


class Programme(Model):
    """A client's plan for one setting."""

    __tablename__ = "programmes"
    __table_args__ = (UniqueConstraint("client_id", "setting"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    setting: Mapped[Setting] = mapped_column(choice(Setting), default=Setting.home)
    created_at: Mapped[Moment]

    client: Mapped[Client] = relationship(lazy="joined", innerjoin=True)
    versions: Mapped[list["ProgrammeVersion"]] = relationship(
        back_populates="programme", order_by="ProgrammeVersion.number"
    )


class ProgrammeVersion(Model):
    """One version: a draft until `issued_at`, unchangeable after.

    `plan` is the request given to the engine (weeks, week, limits); `notes` holds what the engine set aside beside the
    lines: excluded, gaps and empty phases, in the shape of `studio analyse`.
    """

    __tablename__ = "programme_versions"
    __table_args__ = (
        UniqueConstraint("programme_id", "number"),
        Index("ix_programme_versions_issued_at", "issued_at"),
    )

    id: Mapped[Id]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    number: Mapped[int]
    assessment_version_id: Mapped[int | None] = mapped_column(ForeignKey("assessment_versions.id"))
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    revision: Mapped[int] = mapped_column(default=1)
    catalogue: Mapped[str] = mapped_column(String(60))
    plan: Mapped[Json]
    notes: Mapped[Json]
    home_days: Mapped[int] = mapped_column(default=4)
    next_date: Mapped[date | None]
    message: Mapped[str] = mapped_column(String(300), default="")
    issued_at: Mapped[Moment | None]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    sheet: Mapped[Json | None]

    programme: Mapped[Programme] = relationship(back_populates="versions", lazy="joined", innerjoin=True)
    assessment_version: Mapped[AssessmentVersion | None] = relationship()
    created_by: Mapped[User] = relationship(foreign_keys="ProgrammeVersion.created_by_id", lazy="joined", innerjoin=True)
    issued_by: Mapped[User | None] = relationship(foreign_keys="ProgrammeVersion.issued_by_id", lazy="joined")
    lines: Mapped[list["Prescription"]] = relationship(
        back_populates="version", order_by="Prescription.position", cascade="all, delete-orphan"
    )

    @property
    def is_draft(self) -> bool:
        return self.issued_at is None


class Prescription(Model):
    """An exercise with its dose in a version; a parked one waits in the open for a later version.

    `line` is the engine's line (targets, side, dose, because, cautions, substitutes …) in the shape of `studio analyse`.
    `origin` is "engine", "coach" (added or swapped by hand) or "carried" (from the version before).
    """

    __tablename__ = "prescriptions"

    id: Mapped[Id]
    version_id: Mapped[int] = mapped_column(ForeignKey("programme_versions.id"), index=True)
    position: Mapped[int]
    phase: Mapped[str] = mapped_column(String(12))
    exercise: Mapped[str] = mapped_column(String(60))
    parked: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str] = mapped_column(String(10), default="engine")
    seconds: Mapped[int]
    line: Mapped[Json]

    version: Mapped[ProgrammeVersion] = relationship(back_populates="lines")
