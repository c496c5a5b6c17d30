"""The desk's list of payment links, and what of the provider's messages waits for somebody."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ...extensions import db
from .invoices import Invoice
from .links import WAITING, PayLink, ProviderEvent

FEW = 50


def invoice_of(client_id: int, invoice_id: int) -> Invoice | None:
    """An invoice of this client that can be paid: no credit note."""
    mine = select(Invoice).where(Invoice.id == invoice_id, Invoice.client_id == client_id)
    return db.session.scalar(mine.where(Invoice.corrects_id.is_(None)))


def links_of(client_id: int, invoice_id: int) -> list[PayLink]:
    """The links of one invoice, the newest first."""
    mine = select(PayLink).where(PayLink.client_id == client_id, PayLink.invoice_id == invoice_id)
    return list(db.session.scalars(mine.order_by(PayLink.id.desc()).options(joinedload(PayLink.by))))


def newest_links(before: int | None) -> list[PayLink]:
    """All links, the newest first, one more than are shown."""
    rows = select(PayLink).options(joinedload(PayLink.client), joinedload(PayLink.invoice), joinedload(PayLink.by))
    if before is not None:
        rows = rows.where(PayLink.id < before)
    return list(db.session.scalars(rows.order_by(PayLink.id.desc()).limit(FEW + 1)))


def waiting_messages() -> list[ProviderEvent]:
    """What the provider told us that somebody has to look after, the oldest first."""
    rows = select(ProviderEvent).where(WAITING)
    with_link = joinedload(ProviderEvent.link)
    rows = rows.options(with_link.joinedload(PayLink.client), with_link.joinedload(PayLink.invoice))
    return list(db.session.scalars(rows.order_by(ProviderEvent.at, ProviderEvent.id).limit(FEW)))


def load_message(message_id: int) -> ProviderEvent | None:
    return db.session.get(ProviderEvent, message_id)
