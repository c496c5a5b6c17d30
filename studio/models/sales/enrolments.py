"""Enrolments: a client's purchase of a package, with the terms of the day it was sold."""

import json
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...sheets.stored import unpack
from ...terms.clock import Pause, PauseKind
from ...terms.terms import Terms
from ..base import ClientRef, Id, Json, Model, Moment, UserRef, choice
from ..clients import Client
from ..users import User


class State(StrEnum):
    """`undone` was a slip of the desk; `changed` was replaced by another enrolment."""

    active = "active"
    completed = "completed"
    cancelled = "cancelled"
    changed = "changed"
    undone = "undone"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class Left(StrEnum):
    """Why somebody stopped before the end, for the refund and for the owner's page."""

    medical = "medical"
    relocation = "relocation"
    law = "law"
    cooling_off = "cooling off"
    money = "money"
    time = "time"
    no_progress = "no progress"
    other_provider = "other provider"
    other = "other"


class Enrolment(Model):
    """One purchase. `price` is the price list's, `discount` and `fee_credit` were taken off it, `total` is agreed.

    All amounts are gross minor units of `currency`, tax inside. `key` is the form that made it, so that the same form
    sent twice is one sale. `brought` came with the client from before this program. `pays` is the word for how it is
    paid: "full" or "instalments". `ended_on` and `left` are filled when it is no longer active,
    `declined_on` when the client does not want to go on after it.
    """

    __tablename__ = "enrolments"
    __table_args__ = (
        Index("ix_enrolments_client_id_state", "client_id", "state"),
        Index("ix_enrolments_state_starts_on", "state", "starts_on"),
    )

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    offer_version_id: Mapped[int | None] = mapped_column(ForeignKey("offer_versions.id"), index=True)
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("quotes.id", ondelete="SET NULL"))
    frozen: Mapped[Json]
    currency: Mapped[str] = mapped_column(String(3))
    price: Mapped[int]
    discount: Mapped[int] = mapped_column(default=0)
    discount_why: Mapped[str] = mapped_column(String(200), default="")
    fee_credit: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]
    pays: Mapped[str] = mapped_column(String(12), default="full")
    starts_on: Mapped[date]
    sold_on: Mapped[date] = mapped_column(index=True)
    sold_at: Mapped[Moment]
    sold_by_id: Mapped[UserRef] = mapped_column()
    coach_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    state: Mapped[State] = mapped_column(choice(State), default=State.active)
    ended_on: Mapped[date | None] = mapped_column(index=True)
    left: Mapped[Left | None] = mapped_column(choice(Left))
    end_note: Mapped[str] = mapped_column(String(500), default="")
    declined_on: Mapped[date | None]
    declined_why: Mapped[str] = mapped_column(String(200), default="", server_default="")
    renews_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    brought: Mapped[bool] = mapped_column(default=False)
    key: Mapped[str | None] = mapped_column(String(64), unique=True)

    client: Mapped[Client] = relationship()
    coach: Mapped[User | None] = relationship(foreign_keys=[coach_id])
    sold_by: Mapped[User] = relationship(foreign_keys=[sold_by_id], lazy="joined", innerjoin=True)

    @property
    def terms(self) -> Terms:
        return _terms(json.dumps(self.frozen, sort_keys=True))


@lru_cache(maxsize=256)
def _terms(frozen: str) -> Terms:
    """Most enrolments of a list were sold under the same few terms, and unpacking takes longer than comparing."""
    return unpack(Terms, json.loads(frozen))


class ClockChange(Model):
    """A freeze or an extension. `until` is its last day, None for a medical freeze that nobody has ended yet."""

    __tablename__ = "clock_changes"

    id: Mapped[Id]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    start: Mapped[date]
    until: Mapped[date | None]
    asked_on: Mapped[date]
    why: Mapped[str] = mapped_column(String(300))
    note_seen: Mapped[bool] = mapped_column(default=False)
    """Was the medical note shown? What it says is not kept here."""
    moved: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, server_default="{}")
    """Instalments that wait meanwhile: their id and by how many days they are later."""
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    undone_at: Mapped[Moment | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    @property
    def pause(self) -> Pause:
        kinds: dict[str, PauseKind] = {"freeze": "freeze", "medical": "medical", "extension": "extension"}
        return Pause(kinds[self.kind], self.start, self.until)


class Agreement(Model):
    """What was agreed at a sale, as a frozen `sheets.agreement.AgreementSheet`, and how it was signed.

    A new one takes its place when the sale is changed; the older one stays.
    """

    __tablename__ = "agreements"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    sheet: Mapped[Json]
    made_at: Mapped[Moment]
    made_by_id: Mapped[UserRef]
    signed_at: Mapped[Moment | None]
    signed_how: Mapped[str] = mapped_column(String(10), default="")
    """“tablet” or “paper”."""
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
