"""What the ledger of money says: what is open of an invoice, and what a client owes."""

from collections.abc import Iterable

from sqlalchemy import func, select

from ...extensions import db
from ..clients import Client
from .ledger import Entry, EntryKind


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


def held(client_id: int) -> None:
    """Hold a client's ledger until the transaction ends, so that nobody lays the same money twice meanwhile.

    SQLite holds the whole file in `write()` anyway.
    """
    db.session.execute(select(Client.id).where(Client.id == client_id).with_for_update())


def good_of(client_id: int) -> int:
    """What lies on the account to the client's good, in minor units: never below nothing."""
    return max(-on_account(client_id), 0)


def brought(client_id: int) -> int:
    """What the client owed when this program began, as far as it is no invoice."""
    rows = select(func.coalesce(func.sum(Entry.amount), 0)).where(
        Entry.client_id == client_id, Entry.invoice_id.is_(None), Entry.kind == EntryKind.opening
    )
    return db.session.scalar(rows) or 0


def by_kind(invoice_id: int) -> dict[EntryKind, int]:
    """The rows of an invoice summed by what they stand for; kinds without a row are left out."""
    rows = select(Entry.kind, func.sum(Entry.amount)).where(Entry.invoice_id == invoice_id).group_by(Entry.kind)
    return {kind: amount for kind, amount in db.session.execute(rows)}  # noqa: C416  (rows are no pairs)
