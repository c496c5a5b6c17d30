"""Payment links of a provider, and what the provider told us."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..base import ClientRef, Id, Model, Moment, UserRef


class PayLink(Model):
    """A provider's page on which one amount of an invoice can be paid. `state`: open, paid, expired, cancelled."""

    __tablename__ = "pay_links"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), index=True)
    provider: Mapped[str] = mapped_column(String(20))
    reference: Mapped[str] = mapped_column(String(120), unique=True)
    url: Mapped[str] = mapped_column(String(1000))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[str] = mapped_column(String(10), default="open")
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    ends_at: Mapped[Moment]
    settled_at: Mapped[Moment | None]


class ProviderEvent(Model):
    """A message of the provider that was taken in: the same one again is answered and changes nothing."""

    __tablename__ = "provider_events"
    __table_args__ = (UniqueConstraint("provider", "event"),)

    id: Mapped[Id]
    provider: Mapped[str] = mapped_column(String(20))
    event: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(80))
    at: Mapped[Moment]
    pay_link_id: Mapped[int | None] = mapped_column(ForeignKey("pay_links.id"), index=True)
    outcome: Mapped[str] = mapped_column(String(200), default="")
