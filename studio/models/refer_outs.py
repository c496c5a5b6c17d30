"""Referring out: why a clinician must look first, the letter about it, and what came back. Open until answered."""

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, cast

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.rules import Level
from ..extensions import db
from .base import ClientRef, Id, Json, Model, Moment, UserRef, Words, choice
from .clearances import Clearance
from .clients import FACE, Client, Face
from .users import User

FEW = 12


class Reply(StrEnum):
    """What the clinician wrote back; "none" while nothing came."""

    none = "none"
    full = "full"
    limits = "within limits"
    not_yet = "not yet"


SETTLED = (Reply.full, Reply.limits)


class ReferOut(Model):
    """One matter for a clinician. `words` are the letter's texts by field; a change after printing raises `revision`.

    `source` is what it came from ("assessment 12", "readiness 3"), `from_readiness` that answers or red flags are in
    it, which hold the gate shut until it is settled.
    """

    __tablename__ = "refer_outs"
    __table_args__ = (Index("ix_refer_outs_waiting", "waiting", "id"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    level: Mapped[str] = mapped_column(String(12))
    source: Mapped[str] = mapped_column(String(40))
    from_readiness: Mapped[bool]
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    flags: Mapped[Words] = mapped_column(default=list)
    regions: Mapped[Words] = mapped_column(default=list)
    words: Mapped[Json] = mapped_column(default=dict)
    accepted: Mapped[bool | None]
    revision: Mapped[int] = mapped_column(default=1)
    waiting: Mapped[bool] = mapped_column(default=True)
    drafted_at: Mapped[Moment]
    drafted_by_id: Mapped[UserRef]
    answer: Mapped[Reply] = mapped_column(choice(Reply), default=Reply.none)
    answered_at: Mapped[Moment | None]
    answer_by: Mapped[str] = mapped_column(String(120), default="")
    answer_on: Mapped[date | None]
    answer_until: Mapped[date | None]
    clearance_id: Mapped[int | None] = mapped_column(ForeignKey("clearances.id"))

    client: Mapped[Client] = relationship(lazy="joined")
    drafted_by: Mapped[User] = relationship(lazy="joined")
    clearance: Mapped[Clearance | None] = relationship()

    @property
    def urgency(self) -> Level:
        return cast(Level, self.level)

    @property
    def settled(self) -> bool:
        """Has a clinician written that training may go on?"""
        return self.answer in SETTLED


class Waiting(NamedTuple):
    """A refer-out that waits for its answer, for a list."""

    id: int
    level: str
    since: Any
    client: Face
    words: dict[str, str]

    @property
    def to_do(self) -> list[str]:
        """What the level asks of the studio and nobody has written down yet (reference, red_flag_levels)."""
        asked = {"incident": "incident record to write", "phoned": "phone them the next working day"}
        wanted = {"EMERGENCY": ("incident", "phoned"), "SAME_DAY": ("phoned",)}.get(self.level, ())
        return [asked[one] for one in wanted if not self.words.get(one)]


def load_refer_out(refer_out_id: int) -> ReferOut | None:
    return db.session.get(ReferOut, refer_out_id)


def refer_outs_of(client_id: int) -> list[ReferOut]:
    """All of a client, the newest first."""
    query = select(ReferOut).where(ReferOut.client_id == client_id).order_by(ReferOut.id.desc())
    return list(db.session.scalars(query))


def waiting_refer_outs() -> list[Waiting]:
    """What waits for a clinician's answer, the newest first; archived clients wait for nothing."""
    query = (
        select(ReferOut.id, ReferOut.level, ReferOut.drafted_at, ReferOut.words, *FACE)
        .outerjoin(Client, Client.id == ReferOut.client_id)  # outer: the order of the letters is the one to walk
        .where(ReferOut.waiting, Client.archived_at.is_(None))
        .order_by(ReferOut.id.desc())
        .limit(FEW)
    )
    return [
        Waiting(id_, level, since, Face(client, name, colour), words)
        for id_, level, since, words, client, name, colour in db.session.execute(query)
    ]
