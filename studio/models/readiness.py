"""The readiness questions as a client answered them, and what they say on a day. The newest finished form counts."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    Date,
    ForeignKey,
    Index,
    Integer,
    ScalarSelect,
    Select,
    String,
    bindparam,
    cast,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from ..ces.case import Answer, Area, Pain, Readiness
from ..ces.pressure import counting
from ..ces.sides import Side
from ..ces.validity import expired, last_day
from ..extensions import db
from .base import Id, Json, Model, Moment, UserRef, Words, choice
from .clearances import Clearance, Level
from .clients import Client
from .refer_outs import ReferOut
from .tables import in_use
from .users import User


class FilledIn(StrEnum):
    """How the answers came in."""

    coach = "asked by the coach"
    client = "by the client"


class ReadinessForm(Model):
    """One filling-in of the questions; while `done_at` is None it is being typed, and afterwards it never changes.

    `answers` has questions and their choices ("screen_1.heart") as true or false, `flags` the red flags asked for or
    seen. A new blood pressure makes a new row with the same answers: `answers_id` and `answered_at` are those of the
    row in which they were given, from which the twelve months are counted.
    """

    __tablename__ = "readiness_forms"
    __table_args__ = (Index("ix_readiness_forms_newest", "client_id", "done_at"),)

    id: Mapped[Id]
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    answers_id: Mapped[int | None]
    answers: Mapped[Json] = mapped_column(default=dict)
    areas: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    flags: Mapped[Json] = mapped_column(default=dict)
    pressure: Mapped[Json] = mapped_column(default=dict)
    yellow: Mapped[Words] = mapped_column(default=list)
    words: Mapped[str] = mapped_column(String(1000), default="")
    filled_in: Mapped[FilledIn] = mapped_column(choice(FilledIn))
    user_id: Mapped[UserRef]
    started_at: Mapped[Moment]
    answered_at: Mapped[Moment | None]
    answered_on: Mapped[date | None]
    done_at: Mapped[Moment | None]
    outdated_at: Mapped[Moment | None]
    catalogue: Mapped[str] = mapped_column(String(60), default="")

    user: Mapped[User] = relationship(lazy="joined")

    @property
    def readings(self) -> list[tuple[int, int]]:
        """The blood pressures taken, as (systolic, diastolic)."""
        return [(systolic, diastolic) for systolic, diastolic in self.pressure.get("readings", ())]

    @property
    def given(self) -> tuple[Answer, ...]:
        return tuple(Answer(item, value) for item, value in self.answers.items())

    @property
    def named(self) -> tuple[Area, ...]:
        """The areas of the body that answers and flags are about."""
        return tuple(
            Area(one["about"], one["region"], one.get("side") or None, frozenset(one.get("said", ())))
            for one in self.areas
        )

    @property
    def value(self) -> Readiness:
        """The answers as the engine takes them, by themselves."""
        return Readiness(
            answers=self.given,
            red_flags=self.standing,
            blood_pressure=counting(self.readings, in_use()),
            symptoms=bool(self.pressure.get("symptoms")),
            areas=self.named,
            yellow_flags=tuple(self.yellow),
        )

    @property
    def standing(self) -> tuple[str, ...]:
        """The red flags that were answered yes or seen."""
        return tuple(flag for flag, value in self.flags.items() if value)

    @property
    def pains(self) -> tuple[Pain, ...]:
        """Where the client says it hurts or hurt."""
        return tuple(
            Pain(one["region"], _side(one), one.get("intensity"), "at_rest" if "now" in one["said"] else "history")
            for one in self.areas
            if one["about"] == "screen_10" and {"now", "settled"} & set(one.get("said", ()))
        )


def _side(area: dict[str, Any]) -> Side | None:
    side: Side | None = area.get("side") or None
    return side


@dataclass(frozen=True)
class Held:
    """The form that counts, and what became of it: a clinician's answer, its last day."""

    form: ReadinessForm
    looked_at: bool
    until: date
    expired: bool

    @property
    def value(self) -> Readiness:
        """What the engine is told."""
        return replace(self.form.value, expired=self.expired, looked_at=self.looked_at)


@dataclass(frozen=True)
class Letter:
    """The refer-out letter that waits for its answer."""

    id: int
    level: str


@dataclass(frozen=True)
class Known:
    """What stands before training: the answers that count, the letter that waits, the last word for the whole body."""

    held: Held | None
    letter: Letter | None
    clearance: Level | None


def known(client_id: int, on: date) -> Known:
    """Read it all in one statement."""
    row = db.session.execute(_KNOWN, {"client": client_id, "on": on}).one()
    form, looked_at, letter_id, level, word, written = row
    waiting = Letter(letter_id, level) if letter_id else None
    if form is None:
        return Known(None, waiting, word)
    day = form.answered_on or on
    too_old = form.outdated_at is not None or expired(day, on, in_use())
    since = word is not None and word is not Level.not_now and form.answered_at and written > form.answered_at
    return Known(Held(form, bool(looked_at or since), last_day(day, in_use()), too_old), waiting, word)


def _known() -> Select[ReadinessForm, bool, int, str, Level, datetime]:
    """Composed once: every page of a client asks it."""
    client = bindparam("client", type_=Integer)
    done, open_letter, reply = aliased(ReadinessForm), aliased(ReferOut), aliased(ReferOut)
    newest = (
        select(done.id)
        .where(done.client_id == client, done.done_at.is_not(None))
        .order_by(done.done_at.desc(), done.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    opened = exists().where(reply.client_id == client, reply.from_readiness, reply.waiting)
    settled = exists().where(
        reply.client_id == client,
        reply.from_readiness,
        ~reply.waiting,
        reply.answered_at >= ReadinessForm.answered_at,
    )
    letter = (
        select(open_letter.id)
        .where(open_letter.client_id == client, open_letter.waiting)
        .order_by(open_letter.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(ReadinessForm, settled & ~opened, ReferOut.id, ReferOut.level, Clearance.level, Clearance.recorded_at)
        .select_from(Client)
        .outerjoin(Clearance, Clearance.id == _whole_body(client))
        .outerjoin(ReadinessForm, ReadinessForm.id == newest)
        .outerjoin(ReferOut, ReferOut.id == letter)
        .where(Client.id == client)
    )


def _whole_body(client: BindParameter[int]) -> ScalarSelect[int]:
    """The last clearance without regions that holds on that day."""
    word, on = aliased(Clearance), bindparam("on", type_=Date)
    return (
        select(word.id)
        .where(
            word.client_id == client,
            word.withdrawn_at.is_(None),
            word.said_on <= on,
            or_(word.until.is_(None), word.until >= on),
            cast(word.regions, String) == "[]",
        )
        .order_by(word.id.desc())
        .limit(1)
        .scalar_subquery()
    )


_KNOWN = _known()


def held(client_id: int, on: date) -> Held | None:
    """The form that counts on a day; None before the first."""
    return known(client_id, on).held


def begun(client_id: int) -> ReadinessForm | None:
    """The form that is being typed."""
    query = select(ReadinessForm).where(ReadinessForm.client_id == client_id, ReadinessForm.done_at.is_(None))
    return db.session.scalar(query.order_by(ReadinessForm.id.desc()).limit(1))


def earlier(client_id: int, most: int = 20) -> list[ReadinessForm]:
    """The finished forms, the newest first."""
    query = select(ReadinessForm).where(ReadinessForm.client_id == client_id, ReadinessForm.done_at.is_not(None))
    return list(db.session.scalars(query.order_by(ReadinessForm.done_at.desc()).limit(most)))
