"""People who sign in, and their sign-ins."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Model, Moment, UserRef, choice


class Role(StrEnum):
    owner = "owner"
    coach = "coach"
    front_desk = "front_desk"

    @property
    def label(self) -> str:
        return {"owner": "Owner", "coach": "Coach", "front_desk": "Front desk"}[self.value]


class User(Model):
    """Somebody who signs in. `credential` is their title in plain words, for clients' paper.

    What letters to clinicians say is on record with its last day (`models/credentials.py`).
    """

    __tablename__ = "users"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)  # kept in lower case
    role: Mapped[Role] = mapped_column(choice(Role))
    credential: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str] = mapped_column(String(200))
    pin_hash: Mapped[str] = mapped_column(String(200), default="")  # empty: no PIN
    must_change_password: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    left_handed: Mapped[bool] = mapped_column(default=False)
    length_unit: Mapped[str] = mapped_column(String(2), default="", server_default="")  # "": the studio's
    created_at: Mapped[Moment]

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def can_assess(self) -> bool:
        return self.role in (Role.owner, Role.coach)

    @staticmethod
    def with_email(email: str) -> "User | None":
        return db.session.scalar(select(User).where(User.email == email.strip().lower()))


class SignIn(Model):
    """One sign-in on one device; only the hash of its token is kept, and ending it takes effect at once.

    On an enrolled tablet it also ends when nobody touches it for a while. `confirmed_at` is when somebody who came by
    PIN last gave the password.
    """

    __tablename__ = "sign_ins"
    LONGEST = timedelta(hours=12)
    IDLE = timedelta(minutes=15)
    CONFIRMED = timedelta(minutes=10)

    id: Mapped[Id]
    user_id: Mapped[UserRef] = mapped_column(index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    tablet_id: Mapped[int | None] = mapped_column(ForeignKey("tablets.id"), index=True)
    by_pin: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[Moment | None]
    confirmed_at: Mapped[Moment | None]
    hand_over_id: Mapped[int | None] = mapped_column(ForeignKey("hand_overs.id"))

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    def holds(self, now: datetime) -> bool:
        """Is this sign-in still good at `now`?"""
        open_ = self.ended_at is None and self.user.active and now - self.created_at < self.LONGEST
        return open_ and not self.idle(now)

    def idle(self, now: datetime) -> bool:
        """Has nobody touched this tablet for a while? A device that is not enrolled has no PIN to come back with.

        In a client's hands it has a lock of its own.
        """
        return (
            self.hand_over_id is None
            and self.tablet_id is not None
            and now - (self.seen_at or self.created_at) >= self.IDLE
        )

    def confirmed(self, now: datetime) -> bool:
        """Did the person give the password: at the start, or by PIN and a short while ago?"""
        return not self.by_pin or (self.confirmed_at is not None and now - self.confirmed_at < self.CONFIRMED)


def load_user(user_id: int) -> User | None:
    return db.session.get(User, user_id)


def user_names() -> dict[int, str]:
    """Everybody's name by id, those who left too."""
    return dict(db.session.execute(select(User.id, User.name)).all())


def initials(name: str) -> str:
    """First letters of the first and the last word, for the coloured disc: 'Siobhán Ní Dhomhnaill' → 'SD'."""
    letters = [next((c for c in word if c.isalnum()), "") for word in name.split()]
    letters = [letter for letter in letters if letter] or [name[:1]]
    return "".join(letters[:1] + letters[1:][-1:]).upper()
