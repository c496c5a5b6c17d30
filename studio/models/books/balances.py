"""What the ledger of money says: what is open of an invoice, and what a client owes."""

from collections.abc import Iterable

from sqlalchemy import func, select

from ...extensions import db
from .ledger import Entry


def owed_by(client_id: int) -> int:
    """The client's balance in minor units: positive is owed to the studio, negative is to their good."""
    return db.session.scalar(select(func.coalesce(func.sum(Entry.amount), 0)).where(Entry.client_id == client_id)) or 0


def on_account(client_id: int) -> int:
    """The client's rows without an invoice; negative is money not yet spent on one."""
    mine = select(func.coalesce(func.sum(Entry.amount), 0)).where(
        Entry.client_id == client_id, Entry.invoice_id.is_(None)
    )
    return db.session.scalar(mine) or 0


def open_of(invoice_ids: Iterable[int]) -> dict[int, int]:
    """What is still to pay of each invoice, in one statement."""
    ids = list(invoice_ids)
    rows = select(Entry.invoice_id, func.sum(Entry.amount)).where(Entry.invoice_id.in_(ids)).group_by(Entry.invoice_id)
    sums = {invoice_id: amount for invoice_id, amount in db.session.execute(rows) if invoice_id is not None}
    return {id_: sums.get(id_, 0) for id_ in ids}
