"""Referrals: what a therapist asks of the studio for one person, and how far it has come. Inquiries go the same way."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .attachments import MediaType
from .base import Id, Json, Model, Moment, Words, choice
from .clients import Client, fold
from .referral_clocks import due_on
from .studios import studio_day
from .therapists import Therapist
from .users import User, initials


class Kind(StrEnum):
    referral = "referral"
    inquiry = "inquiry"


class Via(StrEnum):
    """How it reached us: the public form, a therapist's own link, paper typed in at the desk, or the person asking."""

    web = "web"
    link = "link"
    paper = "paper"
    self_ = "self"


class State(StrEnum):
    received = "received"
    contacted = "contacted"
    booked = "booked"
    assessed = "assessed"
    in_programme = "in_programme"
    finished = "finished"
    declined = "declined"
    no_response = "no_response"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def open(self) -> bool:
        """Does somebody have to do something about it?"""
        return self not in (State.finished, State.declined, State.no_response)


# The states that nobody comes to without having been spoken with.
REACHED = (State.contacted, State.booked, State.assessed, State.in_programme, State.finished)


class Status(StrEnum):
    """Where the person stands with who sends them (reference, forms.referral_in)."""

    discharged = "discharged"
    under_care = "under_care"
    shared = "shared"


# The texts a referral may hold (programming reference, forms.referral_in), in the order they are read.
STORY = (
    "reason", "goal", "condition", "condition_side", "condition_on", "must_not", "worked", "irritated",
    "home_exercises", "flags_screened", "scores", "medicines", "stop_rules", "report", "clearance",
)  # fmt: skip


def _due(new: Any) -> date | None:
    row = new.get_current_parameters()
    return due_on(row["state"], studio_day(row["since"]), urgent=bool(row.get("urgent")))


def _found_by(new: Any) -> str:
    row = new.get_current_parameters()
    return fold(f"{row['person'].get('name', '')} {row['reference']} {row['reference'].replace('-', '')}")[:160]


class Referral(Model):
    """One request. `sender` and `person` are as they were typed: what becomes of them is told by `therapist`, `client`.

    `submission` is the key of the form that was sent, so that the same form sent twice is one referral. `limits` are
    what must not be done, rows {"code", "region", "side", "until", "words"}; `flags` are the red flags that were ticked
    or found in the words, by id; `mentions` is what an inquiry speaks of. State and `since` are those of the newest
    step that was not taken back; `due_on` is the last day in time, empty for those that wait for nobody. `found_by` is
    what the list is searched for. `accepted` says what accepting made and changed, so that it can be taken back.
    """

    __tablename__ = "referrals"
    __table_args__ = (Index("ix_referrals_state_since", "state", "since"),)

    id: Mapped[Id]
    kind: Mapped[Kind] = mapped_column(choice(Kind), default=Kind.referral)
    reference: Mapped[str] = mapped_column(String(12), unique=True)
    submission: Mapped[str] = mapped_column(String(64), unique=True)
    via: Mapped[Via] = mapped_column(choice(Via))
    therapist_id: Mapped[int | None] = mapped_column(ForeignKey("therapists.id"), index=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    sender: Mapped[Json] = mapped_column(default=dict)
    person: Mapped[Json] = mapped_column(default=dict)
    story: Mapped[Json] = mapped_column(default=dict)
    limits: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    status: Mapped[Status | None] = mapped_column(choice(Status))
    agreed: Mapped[bool] = mapped_column(default=False)
    agreed_on: Mapped[date | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    flags: Mapped[Words] = mapped_column(default=list)
    mentions: Mapped[Words] = mapped_column(default=list)
    state: Mapped[State] = mapped_column(choice(State), default=State.received)
    since: Mapped[Moment]
    received_at: Mapped[Moment] = mapped_column(index=True)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    due_on: Mapped[date | None] = mapped_column(default=_due, index=True)
    found_by: Mapped[str] = mapped_column(String(160), default=_found_by)
    accepted_at: Mapped[Moment | None]
    accepted: Mapped[Json | None]

    therapist: Mapped[Therapist | None] = relationship(lazy="joined")
    client: Mapped[Client | None] = relationship(lazy="joined")
    entered_by: Mapped[User | None] = relationship()

    @property
    def person_name(self) -> str:
        return str(self.person.get("name", ""))

    @property
    def initials(self) -> str:
        return initials(self.person_name)

    @property
    def sender_words(self) -> str:
        """Who sent it: name and clinic as typed."""
        return ", ".join(filter(None, (self.sender.get("name", ""), self.sender.get("clinic", ""))))


class ReferralStep(Model):
    """A state with its moment: the chain of them is what became of a referral. One taken back stays to be read.

    `by_id` is empty for what followed by itself; `note` is the reason where one is asked for.
    """

    __tablename__ = "referral_steps"

    id: Mapped[Id]
    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id"), index=True)
    state: Mapped[State] = mapped_column(choice(State))
    at: Mapped[Moment]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    note: Mapped[str] = mapped_column(String(500), default="")
    undone_at: Mapped[Moment | None]

    by: Mapped[User | None] = relationship(lazy="joined")


class ReferralFile(Model):
    """A file that came with a referral, apart from all clients until somebody accepts it."""

    __tablename__ = "referral_files"

    id: Mapped[Id]
    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[MediaType] = mapped_column(choice(MediaType))
    stored: Mapped[str] = mapped_column(String(40), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    created_at: Mapped[Moment]
    removed_at: Mapped[Moment | None]


def load_referral(referral_id: int) -> Referral | None:
    return db.session.get(Referral, referral_id)


def referrals_of_client(client_id: int) -> list[Referral]:
    """Everything that was sent about a client, the oldest first."""
    return list(db.session.scalars(select(Referral).where(Referral.client_id == client_id).order_by(Referral.id)))


def referral_sent_as(submission: str) -> Referral | None:
    """The referral that this form has already become."""
    return db.session.scalar(select(Referral).where(Referral.submission == submission))


def files_of(referral_id: int) -> list[ReferralFile]:
    """What came with it and was not removed, in the order it was chosen."""
    mine = select(ReferralFile).where(ReferralFile.referral_id == referral_id, ReferralFile.removed_at.is_(None))
    return list(db.session.scalars(mine.order_by(ReferralFile.id)))


def load_file(referral_id: int, file_id: int) -> ReferralFile | None:
    """A file of this referral that was not removed."""
    return db.session.scalar(
        select(ReferralFile).where(
            ReferralFile.id == file_id, ReferralFile.referral_id == referral_id, ReferralFile.removed_at.is_(None)
        )
    )


def steps_of(referral_id: int) -> list[ReferralStep]:
    """Every step, the first one first, those taken back too."""
    mine = select(ReferralStep).where(ReferralStep.referral_id == referral_id)
    return list(db.session.scalars(mine.order_by(ReferralStep.id)))


def first_contact(steps: list[ReferralStep]) -> datetime | None:
    """When somebody of the studio first got through; None while nobody has."""
    return next((step.at for step in steps if step.state in REACHED and step.undone_at is None), None)
