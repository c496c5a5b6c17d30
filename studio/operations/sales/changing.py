"""Changing a package for another in one write, with what is paid moved along."""

from sqlalchemy import select

from ...extensions import db
from ...models.books.balances import good_of, open_of
from ...models.books.invoices import Invoice
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import balance_of, held
from ...models.sales.enrolments import Enrolment, State
from ...models.sales.sessions import CreditKind
from ...models.studios import studio_today
from ...models.users import User
from ...terms.changing import Change, change
from ..books import account
from ..events import record
from . import ending, selling


def reckon(one: Enrolment, sale: selling.Sale) -> Change:
    """Both totals side by side, before anything is done."""
    balance = balance_of(one.id)
    return change(one.total, balance.delivered, balance.granted, selling.agreed(sale).gross)


def change_to(one: Enrolment, sale: selling.Sale, *, by: User) -> Enrolment:
    """End the old package, sell the new one in its place, and use for it what comes free. Raises NotSold, NotNow.

    The same sale again (its key) gives the one that is there.
    """
    with write() as session:
        if sale.key and (there := session.scalar(select(Enrolment).where(Enrolment.key == sale.key))):
            return there
        one = held(one.id)
        if one.state is not State.active:
            raise ending.NotNow(f"It is {one.state.value} already")
        said = reckon(one, sale)
        words = f"Changed to {sale.version.terms.name}"
        ending.settle(one, said.back, words, CreditKind.cancelled, by=by)
        client = db.session.get_one(Client, one.client_id)
        new = selling.sell(client, sale, by=by)
        new.replaces_id = one.id
        one.state, one.ended_on, one.end_note = State.changed, studio_today(), words
        session.flush()
        _use_what_is_free(client, new, said.back, by)
        record("enrolment.changed", f"{one.terms.name} changed to {new.terms.name}", by=by, client=client,
               subject=f"enrolment {one.id}")  # fmt: skip
    return new


def _use_what_is_free(client: Client, new: Enrolment, most: int, by: User) -> None:
    """Pay the new invoice with what came free of the old, and no more of the account than that."""
    invoice = db.session.scalar(select(Invoice).where(Invoice.enrolment_id == new.id).limit(1))
    if invoice is None:
        return
    part = min(most, good_of(client.id), open_of([invoice.id])[invoice.id])
    if part > 0:
        account.lay(invoice, part, "From the package it took the place of", on=studio_today(), by=by)
