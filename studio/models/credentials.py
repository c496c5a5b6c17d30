"""What people may say of themselves: certifications, CPR/AED, insurance, each with its number and its last day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from ..sheets.dates import day_and_month
from .base import Id, Model, Moment, UserRef, choice
from .users import User

SOON = timedelta(days=90)


class CredentialKind(StrEnum):
    certification = "certification"
    cpr_aed = "CPR/AED"
    insurance = "insurance"

    @property
    def label(self) -> str:
        return "CPR/AED" if self is CredentialKind.cpr_aed else self.value.capitalize()


class Credential(Model):
    """One credential of a user. Units are those of continuing education; `expires_on` None means that it never ends."""

    __tablename__ = "credentials"

    id: Mapped[Id]
    user_id: Mapped[UserRef] = mapped_column(index=True)
    kind: Mapped[CredentialKind] = mapped_column(choice(CredentialKind))
    title: Mapped[str] = mapped_column(String(80), default="")
    number: Mapped[str] = mapped_column(String(60), default="")
    issued_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
    units_needed: Mapped[float | None]
    units_earned: Mapped[float | None]
    note: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]
    removed_at: Mapped[Moment | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    user: Mapped[User] = relationship(foreign_keys=[user_id], lazy="joined", innerjoin=True)

    @property
    def name(self) -> str:
        """What it is called: “CES”, “CPR/AED”."""
        return self.title or self.kind.label

    def valid(self, on: date) -> bool:
        begun = self.issued_on is None or self.issued_on <= on
        return begun and (self.expires_on is None or on <= self.expires_on)

    def ends_soon(self, on: date) -> bool:
        return self.expires_on is not None and self.expires_on - on <= SOON

    @property
    def printed(self) -> str:
        """As it stands on a letter: “CES no. 114-2207, to 30 Jun 2028”."""
        until = f"to {day_and_month(self.expires_on)} {self.expires_on.year}" if self.expires_on else ""
        if self.kind is CredentialKind.certification:
            return ", ".join(filter(None, (f"{self.name} no. {self.number}" if self.number else self.name, until)))
        name = "Insured" if self.kind is CredentialKind.insurance else self.name
        return f"{name} {until}".strip()


class CredentialReminder(Model):
    """That somebody was reminded so many days before a last day: each time once, and anew when it was renewed."""

    __tablename__ = "credential_reminders"
    __table_args__ = (UniqueConstraint("credential_id", "expires_on", "days"),)

    id: Mapped[Id]
    credential_id: Mapped[int] = mapped_column(ForeignKey("credentials.id"), index=True)
    expires_on: Mapped[date]
    days: Mapped[int]
    at: Mapped[Moment]


def valid_credentials(user: User, on: date) -> tuple[str, ...]:
    """What a letter of that day may say of somebody; never one that has run out.

    Of whom no credential is on record, it says the words they typed about themselves.
    """
    held = credentials_of(user.id)
    if not held:
        return (user.credential,) if user.credential else ()
    return tuple(one.printed for one in held if one.valid(on))


def credentials_of(user_id: int) -> list[Credential]:
    """Somebody's, certifications first, in the order in which they were put on record."""
    found = db.session.scalars(_STANDING.where(Credential.user_id == user_id).order_by(Credential.id))
    order = list(CredentialKind)
    return sorted(found, key=lambda one: order.index(one.kind))


def load_credential(user_id: int, credential_id: int, *, removed: bool = False) -> Credential | None:
    mine = select(Credential).where(Credential.id == credential_id, Credential.user_id == user_id)
    return db.session.scalar(mine.where(Credential.removed_at.is_not(None) if removed else _KEPT))


@dataclass(frozen=True)
class RunningOut:
    """A credential that ends soon or has ended, for a list."""

    user_id: int
    who: str
    name: str
    last_day: date


def running_out(today: date) -> dict[int, list[RunningOut]]:
    """What of people who may sign in ends within 90 days or has ended, by the person's id; nothing for most."""
    found: defaultdict[int, list[RunningOut]] = defaultdict(list)
    for id_, who, title, kind, last in db.session.execute(ending_until(today + SOON)):
        if last:
            found[id_].append(RunningOut(id_, who, title or kind.label, last))
    return found


def ending_between(first: date, last: date) -> list[Credential]:
    """Credentials of people who may sign in, whose last day lies between these two."""
    ends = Credential.expires_on.between(first, last)
    return list(db.session.scalars(_STANDING.join(User, User.id == Credential.user_id).where(User.active, ends)))


def ending_until(last: ColumnElement[date] | date) -> Select[int, str, str, CredentialKind, date | None]:
    """Whose, what and when: what ends by then, the first to end first."""
    columns = select(Credential.user_id, User.name, Credential.title, Credential.kind, Credential.expires_on)
    held = columns.join(User, User.id == Credential.user_id).where(User.active, _KEPT, Credential.expires_on <= last)
    return held.order_by(Credential.expires_on)


_KEPT = Credential.removed_at.is_(None)
_STANDING = select(Credential).where(_KEPT)
