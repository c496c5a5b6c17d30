"""How the studio trades: whose name is on an invoice, its tax, the law it sells under, its reminders. One row."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ...extensions import db
from ...terms.law import Band, Law
from ..base import Model, Moment


class Trade(Model):
    """The row there is, or one that only lives until somebody sets something.

    `cooling` are bands of the right to cancel, cheapest first: {"up_to": minor units or None, "days": 5, "working":
    true}. `max_total` is in minor units. None in a limit is no limit. The sentence is printed above the signature in
    `sentence_points`. The currency is the studio's (`studios.currency`).
    """

    __tablename__ = "trade"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    legal_name: Mapped[str] = mapped_column(String(120), default="")
    tax_number: Mapped[str] = mapped_column(String(40), default="")
    pay_to: Mapped[str] = mapped_column(String(300), default="")
    invoice_note: Mapped[str] = mapped_column(String(500), default="")
    tax_rate: Mapped[int] = mapped_column(default=0)
    tax_included: Mapped[bool] = mapped_column(default=True)
    base_session: Mapped[int] = mapped_column(default=0)
    payment_days: Mapped[int] = mapped_column(default=14)
    reminder_days: Mapped[list[int]] = mapped_column(JSON, default=lambda: [3, 10, 21])
    cooling: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    max_months: Mapped[int | None]
    max_total: Mapped[int | None]
    start_within_months: Mapped[int | None]
    sentence: Mapped[str] = mapped_column(String(1000), default="")
    sentence_points: Mapped[int] = mapped_column(default=14)
    law: Mapped[str] = mapped_column(String(20), default="")
    """Which of the reference's sets this was started from ("US_CA"), for the page only."""
    links: Mapped[bool] = mapped_column(default=False)
    """May a client pay by a link? Needs the provider's keys in the settings as well."""
    changed_at: Mapped[Moment | None]

    @property
    def rules(self) -> Law:
        """The law it sells under, as `terms.law` checks it."""
        return Law(
            bands=tuple(Band(one.get("up_to"), one["days"], one["working"]) for one in self.cooling),
            max_months=self.max_months,
            max_total=self.max_total,
            start_within_months=self.start_within_months,
            sentence=self.sentence,
            sentence_points=self.sentence_points,
        )


def the_trade() -> Trade:
    """How the studio trades; before anybody has set anything the usual values, not on record."""
    return db.session.get(Trade, 1) or _usual()


def _usual() -> Trade:
    values = {
        column.name: column.default.arg(None) if column.default.is_callable else column.default.arg
        for column in Trade.__table__.columns
        if column.default is not None
    }
    return Trade(**values)
