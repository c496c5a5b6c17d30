"""Links on which clients pay, the provider's pages behind them, and what the provider told us."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from ...extensions import db
from ...money import in_words
from ..base import ClientRef, Id, Model, Moment, UserRef, choice
from ..clients import Client
from ..users import User
from .invoices import Invoice

ASKING = text("needs_hand")
WAITING = text("needs_hand AND done_at IS NULL")


class LinkState(StrEnum):
    open = "open"
    paid = "paid"
    cancelled = "cancelled"


class PageState(StrEnum):
    """Of a provider's page: to be filled in, filled in with the money still on its way, and how that ended."""

    open = "open"
    on_its_way = "on its way"
    paid = "paid"
    failed = "failed"
    ended = "ended"


class PayLink(Model):
    """Our own address on which one amount of an invoice can be paid, until `ends_at`.

    The key in it is kept as it is, not hashed: it opens a number, an amount and a way to give us money, and the desk
    has to show it again. `reference` is the name by which the provider's pages and messages are known as ours.
    """

    __tablename__ = "pay_links"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoices.id"), index=True)
    key: Mapped[str] = mapped_column(String(32), unique=True)
    reference: Mapped[str] = mapped_column(String(32), unique=True)
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[LinkState] = mapped_column(choice(LinkState), default=LinkState.open)
    at: Mapped[Moment]
    by_id: Mapped[UserRef]
    ends_at: Mapped[Moment]
    settled_at: Mapped[Moment | None]

    client: Mapped[Client] = relationship()
    invoice: Mapped[Invoice] = relationship()
    by: Mapped[User] = relationship()

    @property
    def sum(self) -> str:
        """What it asks for, in words."""
        return in_words(self.amount, self.currency)

    def answers(self, now: datetime) -> bool:
        return self.state is LinkState.open and now < self.ends_at

    def standing(self, now: datetime) -> str:
        """What became of it, in a word; one whose time is over has “ended”."""
        return "ended" if self.state is LinkState.open and not self.answers(now) else self.state.value


class PayPage(Model):
    """One page of the provider behind a link. Each takes its amount at most once; most last an hour."""

    __tablename__ = "pay_pages"
    __table_args__ = (UniqueConstraint("provider", "session"),)

    id: Mapped[Id]
    pay_link_id: Mapped[int] = mapped_column(ForeignKey("pay_links.id"), index=True)
    provider: Mapped[str] = mapped_column(String(20))
    session: Mapped[str] = mapped_column(String(120))
    payment: Mapped[str] = mapped_column(String(120), default="", index=True)
    url: Mapped[str] = mapped_column(String(2000))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    live: Mapped[bool] = mapped_column(default=False)
    state: Mapped[PageState] = mapped_column(choice(PageState), default=PageState.open)
    at: Mapped[Moment]
    ends_at: Mapped[Moment]

    link: Mapped[PayLink] = relationship()


class ProviderEvent(Model):
    """A message of the provider that was taken in: the same one again is answered and changes nothing.

    One that asks somebody to do something (`needs_hand`) stays in the list until somebody says that it is done.
    """

    __tablename__ = "provider_events"
    __table_args__ = (
        UniqueConstraint("provider", "event"),
        Index("ix_provider_events_waiting", "done_at", "at", sqlite_where=ASKING, postgresql_where=ASKING),
    )

    id: Mapped[Id]
    provider: Mapped[str] = mapped_column(String(20))
    event: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(80))
    at: Mapped[Moment]
    pay_link_id: Mapped[int | None] = mapped_column(ForeignKey("pay_links.id"), index=True)
    outcome: Mapped[str] = mapped_column(String(300), default="")
    needs_hand: Mapped[bool] = mapped_column(default=False)
    done_at: Mapped[Moment | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    link: Mapped[PayLink | None] = relationship()


def pay_link(client_id: int, pay_link_id: int) -> PayLink | None:
    """A link of this client, with its invoice and who made it."""
    mine = select(PayLink).where(PayLink.id == pay_link_id, PayLink.client_id == client_id)
    return db.session.scalar(mine.options(joinedload(PayLink.invoice), joinedload(PayLink.by)))


def link_with(key: str) -> PayLink | None:
    """The link with this key, whatever became of it."""
    return db.session.scalar(select(PayLink).where(PayLink.key == key).options(joinedload(PayLink.invoice)))


def pages_of(link: PayLink) -> list[PayPage]:
    """The provider's pages of a link, the newest first."""
    return list(db.session.scalars(select(PayPage).where(PayPage.pay_link_id == link.id).order_by(PayPage.id.desc())))
