"""Assessments: one dated screening, its recordings (one a protocol), answers, and frozen versions."""

from enum import StrEnum

from sqlalchemy import (
    ForeignKey,
    Index,
    Row,
    String,
    UniqueConstraint,
    bindparam,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, selectinload

from ..extensions import db
from .base import ClientRef, Id, Json, Model, Moment, UserRef, choice
from .clients import Client
from .fields import Stated
from .stations import station_of
from .studios import Studio
from .users import User


class State(StrEnum):
    """`open` takes taps; `complete` is locked; `amending` is complete and open again for a stated reason.

    A second rating is `rating` until it is `rated`: whatever asks for assessments of the other states leaves it out.
    """

    open = "open"
    complete = "complete"
    amending = "amending"
    voided = "voided"
    rating = "rating"
    rated = "rated"


OPEN_STATES = (State.open, State.amending)
TAKES_TAPS = (*OPEN_STATES, State.rating)


class Assessment(Model):
    """One dated screening of a client. What was seen lives in the answers of its recordings.

    `battery` is the preset it was started from, `here` the station the coach looked at last. A second rating of the
    same performance names it in `second_to_id`, and whether it was rated from video or live; it counts in no list.
    """

    __tablename__ = "assessments"
    __table_args__ = (Index("ix_assessments_state", "state", "started_at"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    coach_id: Mapped[UserRef]
    state: Mapped[State] = mapped_column(choice(State), default=State.open)
    started_at: Mapped[Moment]
    completed_at: Mapped[Moment | None]
    note: Mapped[str] = mapped_column(String(2000), default="")
    note_revision: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(300), default="")
    battery: Mapped[str] = mapped_column(String(20), default="", server_default="")
    here: Mapped[str] = mapped_column(String(40), default="", server_default="")
    second_to_id: Mapped[int | None] = mapped_column(ForeignKey("assessments.id"), index=True)
    rated_from: Mapped[str] = mapped_column(String(10), default="", server_default="")

    client: Mapped[Client] = relationship(lazy="joined", innerjoin=True)
    coach: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    recordings: Mapped[list["Recording"]] = relationship(
        back_populates="assessment", order_by=lambda: (Recording.place, Recording.id)
    )
    versions: Mapped[list["AssessmentVersion"]] = relationship(
        back_populates="assessment", order_by="AssessmentVersion.number"
    )

    @property
    def takes_taps(self) -> bool:
        return self.state in TAKES_TAPS

    def recording(self, station: str) -> "Recording | None":
        return next((one for one in self.recordings if one.station == station), None)

    @property
    def current(self) -> "Recording":
        """Where the coach was, or the first."""
        return self.recording(self.here) or self.recordings[0]


class Recording(Model):
    """One protocol of an assessment in one variant, and where the coach was in it.

    A variant shares the place of its test.
    """

    __tablename__ = "recordings"
    __table_args__ = (UniqueConstraint("assessment_id", "protocol", "variant"),)

    id: Mapped[Id]
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"), index=True)
    protocol: Mapped[str] = mapped_column(String(20))
    variant: Mapped[str] = mapped_column(String(20), default="standard")
    view: Mapped[str] = mapped_column(String(20))
    place: Mapped[int] = mapped_column(default=0, server_default="0")

    assessment: Mapped[Assessment] = relationship(back_populates="recordings")
    answers: Mapped[list["Answer"]] = relationship(order_by="Answer.field")

    @property
    def station(self) -> str:
        return station_of(self.protocol, self.variant)

    @property
    def stated(self) -> dict[str, Stated]:
        """The answers as `studio.models.fields` reads them."""
        return {one.field: Stated(one.value, tuple(one.views.split(",")) if one.views else ()) for one in self.answers}


class Answer(Model):
    """What stands for one field of a recording now. The fields and values are those of `studio.models.fields`.

    `views` are where it was stated, separated by commas; `revision` is the id of the tap that said so, `device` the
    tablet it came from.
    """

    __tablename__ = "answers"

    recording_id: Mapped[int] = mapped_column(ForeignKey("recordings.id"), primary_key=True)
    field: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(20))
    views: Mapped[str] = mapped_column(String(40), default="")
    revision: Mapped[int]
    user_id: Mapped[UserRef]
    device: Mapped[str] = mapped_column(String(32), default="")


class Tap(Model):
    """One tap as it arrived, kept for ever: it is its own audit line, and its key makes a repeat harmless.

    `seen` is the revision its button showed. `outcome` is "applied", or "conflict" when another person or `device` had
    answered the field since. The taps of one change share `tapped_at`, the tablet's own time; the server's order is the
    id.
    """

    __tablename__ = "taps"
    __table_args__ = (Index("ix_taps_recording_id_id", "recording_id", "id"),)

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(32), unique=True)
    recording_id: Mapped[int] = mapped_column(ForeignKey("recordings.id"))
    user_id: Mapped[UserRef]
    at: Mapped[Moment]
    tapped_at: Mapped[Moment | None]
    field: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(String(20))
    view: Mapped[str] = mapped_column(String(20))
    seen: Mapped[int]
    undo: Mapped[bool] = mapped_column(default=False)
    device: Mapped[str] = mapped_column(String(32), default="")
    outcome: Mapped[str] = mapped_column(String(10))


class AssessmentVersion(Model):
    """What an assessment said when it was completed or amended: frozen, with the engine's answer and its catalogue.

    `recorded` holds the answers as they stood; `case` and `analysis` are input and output of `studio analyse`.
    """

    __tablename__ = "assessment_versions"
    __table_args__ = (UniqueConstraint("assessment_id", "number"),)

    id: Mapped[Id]
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"), index=True)
    number: Mapped[int]
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    reason: Mapped[str] = mapped_column(String(300), default="")
    recorded: Mapped[Json]
    case: Mapped[Json]
    analysis: Mapped[Json]
    catalogue: Mapped[str] = mapped_column(String(60))

    assessment: Mapped[Assessment] = relationship(back_populates="versions", lazy="joined", innerjoin=True)
    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @property
    def stopped_for_pain(self) -> bool:
        return any(one["stopped_for_pain"] for one in self.case["assessments"])


def load_assessment(assessment_id: int) -> Assessment | None:
    return db.session.get(Assessment, assessment_id)


def load_with_answers(assessment_id: int) -> Assessment | None:
    """An assessment with its recordings and all their answers."""
    return db.session.scalar(_WITH_ANSWERS, {"assessment": assessment_id})


def assessment_key(assessment_id: int) -> Row[str, str, str] | None:
    """Protocol and variant of an assessment's first station and the studio's time zone: taps come often."""
    return db.session.connection().execute(_ASSESSMENT_KEY, {"assessment": assessment_id}).first()


# Composing a statement takes longer than running it: these, which every tap or board asks, are composed once.
_WITH_ANSWERS = (
    select(Assessment)
    .options(selectinload(Assessment.recordings).joinedload(Recording.answers))
    .where(Assessment.id == bindparam("assessment"))
)
_ASSESSMENT_KEY = (
    select(Recording.protocol, Recording.variant, Studio.time_zone)
    .join(Studio, true())
    .where(Recording.assessment_id == bindparam("assessment"))
    .order_by(Recording.place, Recording.id)
    .limit(1)
)
