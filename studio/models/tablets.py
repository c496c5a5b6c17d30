"""The studio's tablets: known by a secret in a cookie, so that a PIN works on them and nowhere else."""

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from .base import Id, Model, Moment, UserRef
from .users import User


class Tablet(Model):
    """A tablet that an owner enrolled while signed in with the password; only the hash of its secret is kept."""

    __tablename__ = "tablets"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(60))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    enrolled_at: Mapped[Moment]
    enrolled_by_id: Mapped[UserRef]
    revoked_at: Mapped[Moment | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    enrolled_by: Mapped[User] = relationship(lazy="joined", innerjoin=True, foreign_keys="Tablet.enrolled_by_id")


class PinTries(Model):
    """Wrong PINs in a row for one person on one tablet; the last one locks until the password was used there."""

    __tablename__ = "pin_tries"
    MOST = 5

    tablet_id: Mapped[int] = mapped_column(ForeignKey("tablets.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    wrong: Mapped[int] = mapped_column(default=0)


def load_tablet(tablet_id: int) -> Tablet | None:
    return db.session.get(Tablet, tablet_id)


def all_tablets() -> list[Tablet]:
    """The tablets in use, the newest first, and behind them those that were taken out."""
    return list(db.session.scalars(select(Tablet).order_by(Tablet.revoked_at.is_not(None), Tablet.id.desc()).limit(50)))


def pin_people(tablet: Tablet) -> list[tuple[User, bool]]:
    """Who can switch to themselves here by PIN, by name, and whether they first need the password again."""
    rows = (
        select(User, PinTries.wrong)
        .outerjoin(PinTries, (PinTries.user_id == User.id) & (PinTries.tablet_id == tablet.id))
        .where(User.active, User.pin_hash != "", ~User.must_change_password)
        .order_by(User.name, User.id)
    )
    return [(user, (wrong or 0) >= PinTries.MOST) for user, wrong in db.session.execute(rows)]
