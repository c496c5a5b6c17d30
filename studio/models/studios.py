"""The studio itself: one row, made by the first-run wizard."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String, inspect, select
from sqlalchemy.orm import Mapped, mapped_column

from .. import clock
from ..extensions import db
from .base import Id, Model, Moment

PAPERS = ("A4", "Letter")
UNITS = ("cm", "in")


class Studio(Model):
    """Name, address and habits of the house; `demo` marks a studio filled with made-up people.

    `tables` tells which adjustments of the engine's tables are in use (`adjustments.stamp_of`), empty for none.
    """

    __tablename__ = "studios"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    website: Mapped[str] = mapped_column(String(200), default="")
    country: Mapped[str] = mapped_column(String(2), default="US")
    time_zone: Mapped[str] = mapped_column(String(60), default="UTC")
    currency: Mapped[str] = mapped_column(String(3), default="USD")
    paper: Mapped[str] = mapped_column(String(6), default="A4")
    units: Mapped[str] = mapped_column(String(2), default="cm")
    emergency_number: Mapped[str] = mapped_column(String(10), default="112")
    demo: Mapped[bool] = mapped_column(default=False)
    tables: Mapped[str] = mapped_column(String(30), default="", server_default="")
    created_at: Mapped[Moment]


def the_studio() -> Studio | None:
    """The studio, or None before the first-run wizard. Asked for again in one transaction it costs no statement."""
    held: Studio | None = db.session.info.get("studio")
    if held is not None and (state := inspect(held)).persistent and not state.expired:
        return held
    found = db.session.scalar(THE_STUDIO)
    db.session.info["studio"] = found  # held, or the session, which holds weakly, would forget it at once
    return found


# Every request asks for it; composing the statement each time took longer than running it.
THE_STUDIO = select(Studio).where(Studio.id == 1)


def studio_today() -> date:
    """The date on the studio's wall."""
    studio = the_studio()
    return clock.today(studio.time_zone if studio else "UTC")


def studio_day(moment: datetime) -> date:
    """The day on the studio's wall at a moment."""
    studio = the_studio()
    return clock.local(moment, studio.time_zone if studio else "UTC").date()
