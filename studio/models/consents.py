"""What clients agreed to: each signing, and one row for each purpose, which can be taken back by itself."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .. import texts
from ..extensions import db
from .base import ClientRef, Id, Json, Model, Moment, UserRef
from .clients import Client
from .texts import Text
from .users import User

ADULT = 18  # below, a parent or guardian signs (forms.informed_consent; the age is a placeholder for local law)


class Consent(Model):
    """One signing. `sheet` is the frozen ConsentSheet: text, ticks, names and the drawn signature."""

    __tablename__ = "consents"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    text_id: Mapped[int] = mapped_column(ForeignKey("texts.id"))
    given_at: Mapped[Moment]
    taken_by_id: Mapped[UserRef]
    sheet: Mapped[Json]

    taken_by: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    text: Mapped[Text] = relationship(lazy="joined", innerjoin=True)


class Grant(Model):
    """One purpose agreed to in a signing; `withdrawn_at` ends it, `withdrawn_how` says how we learnt of it."""

    __tablename__ = "consent_grants"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    consent_id: Mapped[int] = mapped_column(ForeignKey("consents.id"), index=True)
    text_id: Mapped[int] = mapped_column(ForeignKey("texts.id"))
    purpose: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    withdrawn_how: Mapped[str] = mapped_column(String(300), default="")

    text: Mapped[Text] = relationship(lazy="joined", innerjoin=True)
    withdrawn_by: Mapped[User | None] = relationship(lazy="joined")

    @property
    def words(self) -> str:
        """The purpose in two or three words."""
        return next(one.short for one in texts.purposes() if one.id == self.purpose)

    @property
    def needed(self) -> bool:
        """There is no coaching without it."""
        return self.purpose in {one.id for one in texts.purposes() if one.needed}


@dataclass(frozen=True)
class Standing:
    """Where a client's consent stands: none, given or withdrawn; `granted` are the purposes that hold now."""

    state: str
    at: datetime | None
    granted: frozenset[str]
    number: int
    """The version of the text that was signed, 0 for none."""

    @property
    def words(self) -> str:
        """Its short name: what is agreed to beside what coaching needs."""
        extra = [one.short for one in texts.purposes() if one.id in self.granted and not one.needed]
        return ", ".join([extra[0], *(word[0].lower() + word[1:] for word in extra[1:])]) if extra else ""


def standing_of(client_id: int) -> Standing:
    """Where this client's consent stands, in one statement."""
    rows = (
        select(Grant.purpose, Grant.consent_id, Grant.given_at, Grant.withdrawn_at, Text.number)
        .join(Text, Text.id == Grant.text_id)
        .where(Grant.client_id == client_id)
        .order_by(Grant.id.desc())
        .limit(len(texts.purposes()))
    )
    found = db.session.execute(rows).all()
    if not found:
        return Standing("none", None, frozenset(), 0)
    newest = found[0]
    granted = frozenset(
        row.purpose for row in found if row.consent_id == newest.consent_id and row.withdrawn_at is None
    )
    needed = {one.id for one in texts.purposes() if one.needed}
    if needed <= granted:
        return Standing("given", newest.given_at, granted, newest.number)
    gone = max(row.withdrawn_at for row in found if row.consent_id == newest.consent_id and row.withdrawn_at)
    return Standing("withdrawn", gone, granted, newest.number)


def is_minor(client: Client, on: date) -> bool:
    """Does a parent or guardian have to sign? Without a birth date nobody can tell, so the box is only offered."""
    age = client.age(on)
    return age is not None and age < ADULT


def consents_of(client_id: int) -> list[Consent]:
    """All signings, the newest first."""
    rows = select(Consent).where(Consent.client_id == client_id).order_by(Consent.id.desc()).limit(50)
    return list(db.session.scalars(rows))


def grants_of(consent_id: int) -> list[Grant]:
    """What one signing agreed to, in the order of the form."""
    return list(db.session.scalars(select(Grant).where(Grant.consent_id == consent_id).order_by(Grant.id)))


def load_consent(client_id: int, consent_id: int) -> Consent | None:
    return db.session.scalar(select(Consent).where(Consent.id == consent_id, Consent.client_id == client_id))


def load_grant(client_id: int, grant_id: int) -> Grant | None:
    """A purpose of the newest signing; what an older one said is history."""
    newest = select(Consent.id).where(Consent.client_id == client_id).order_by(Consent.id.desc()).limit(1)
    return db.session.scalar(select(Grant).where(Grant.id == grant_id, Grant.consent_id == newest.scalar_subquery()))
