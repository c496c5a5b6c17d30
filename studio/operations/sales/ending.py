"""How a package ends: cancelled with what goes back, or completed. Either is taken back on its day or the next."""

import secrets
from datetime import date

from sqlalchemy import select

from ...extensions import db
from ...models.books.invoices import Invoice, InvoiceKind
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import balance_of, held
from ...models.sales.enrolments import Enrolment, Left, State
from ...models.sales.going import Going, active, going
from ...models.sales.sessions import Credit, CreditKind
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words
from ...terms.law import cancel_until
from ...terms.refunds import COOLING_OFF, Refund, refund
from ..books import crediting
from ..events import record
from . import credits

LEEWAY = 14
"""Days for which a package that ran out stays open: what expired may still be given back."""


class NotNow(Exception):
    """It cannot end, or not be taken back; the message says why."""


def reckon(one: Enrolment, left: Left) -> Refund:
    """What goes back for a reason, by the terms; never more than was not credited yet."""
    balance = balance_of(one.id)
    said = refund(one.terms.refund, one.total, balance.delivered, balance.granted, left.value)
    most = sum(crediting.creditable(invoice) for invoice in _invoices(one))
    return said if said.back <= most else Refund(said.total, said.delivered, said.unused, said.fee, most)


def cooling_until(one: Enrolment) -> date | None:
    """The last day on which the client may change their mind, by the law the studio sells under."""
    return cancel_until(one.sold_on, one.total, the_trade().rules)


def cancel(one: Enrolment, left: Left, note: str, *, back: int, by: User) -> None:
    """End it for a reason; `back` is taken off what is owed, and what was paid of it goes to the client's account.

    Raises NotNow.
    """
    with write():
        one = held(one.id)
        if one.state is State.cancelled:
            return
        _still(one)
        until = cooling_until(one)
        if left.value == COOLING_OFF and (until is None or studio_today() > until):
            raise NotNow("The time to change one’s mind is over")
        settle(one, back, f"Cancelled: {left.value}", CreditKind.cancelled, by=by)
        one.left = left
        _end(one, State.cancelled, note)
        said = f"{one.terms.name} cancelled, {left.value}; {in_words(back, one.currency)} goes back"
        _tell("enrolment.cancelled", said, one, by)


def settle(one: Enrolment, back: int, why: str, kind: CreditKind, *, by: User) -> None:
    """Take the sessions that are left off, and so much off the invoices; inside the caller's `write()`."""
    sessions = balance_of(one.id).left
    if sessions:
        credits.post(one, kind, -sessions, why, on=studio_today(), by=by, key=f"end {one.id} {secrets.token_hex(8)}")
    for invoice in reversed(_invoices(one)):  # what was billed anew holds the open rest
        part = min(back, crediting.creditable(invoice))
        if part > 0:
            crediting.credit(invoice, part, why, by=by, key=None)
            back -= part


def complete(one: Enrolment, *, by: User | None) -> None:
    """It is over: all is used or expired, or there are no sessions in it. Raises NotNow."""
    with write():
        one = held(one.id)
        if one.state is State.completed:
            return
        _still(one)
        if balance_of(one.id).left:
            raise NotNow("Sessions are left. Use them, or cancel the package")
        _end(one, State.completed, "")
        _tell("enrolment.completed", f"{one.terms.name} completed", one, by)


def reopen(one: Enrolment, *, by: User) -> None:
    """Take the end back: sessions are there again, what was credited is invoiced anew. Raises NotNow."""
    with write() as session:
        one = held(one.id)
        if one.state is State.active:
            return
        refuse_reopening(one)
        ended, was = one.ended_on or studio_today(), one.state
        if was is State.cancelled:
            mine = select(Credit).where(Credit.enrolment_id == one.id, Credit.kind == CreditKind.cancelled)
            mine = mine.where(Credit.key.startswith(f"end {one.id} ")).order_by(Credit.id.desc())
            if gone := session.scalar(mine.limit(1)):
                credits.reverse(gone, "Taken back", on=studio_today(), by=by)
            for note in _notes(one, ended):
                crediting.bill_again(note, by=by)
        one.state, one.ended_on, one.left, one.end_note = State.active, None, None, ""
        _tell("enrolment.reopened", f"{one.terms.name} goes on: the end was taken back", one, by)


def can_reopen(one: Enrolment) -> bool:
    try:
        refuse_reopening(one)
    except NotNow:
        return False
    return True


def refuse_reopening(one: Enrolment) -> None:
    """Raise NotNow where an end stands for good."""
    if one.state not in (State.cancelled, State.completed):
        raise NotNow("Only what was cancelled or completed can go on")
    if one.ended_on is None or (studio_today() - one.ended_on).days > 1:
        raise NotNow("It ended before yesterday. Sell what comes next")


def complete_over(on: date) -> int:
    """Complete by itself what is used up and past its weeks; answers of how many. Done twice it is done once."""
    over = [one.enrolment for one in going(active(), on) if not one.balance.left and _is_over(one, on)]
    for one in over:
        complete(one, by=None)
    return len(over)


def _is_over(one: Going, on: date) -> bool:
    if one.terms.kind in ("assessment", "single"):
        return one.enrolment.starts_on < on
    if one.balance.expired:
        return (on - one.clock.last_on).days > LEEWAY
    return on > one.clock.ends_on


def _still(one: Enrolment) -> None:
    if one.state is not State.active:
        raise NotNow(f"It is {one.state.value} already")


def _end(one: Enrolment, state: State, note: str) -> None:
    one.state, one.ended_on, one.end_note = state, studio_today(), note
    db.session.flush()


def _invoices(one: Enrolment) -> list[Invoice]:
    mine = select(Invoice).where(Invoice.enrolment_id == one.id, Invoice.kind == InvoiceKind.invoice)
    return list(db.session.scalars(mine.order_by(Invoice.id)))


def _notes(one: Enrolment, on: date) -> list[Invoice]:
    """The credit notes of its end."""
    ids = [invoice.id for invoice in _invoices(one)]
    mine = select(Invoice).where(Invoice.corrects_id.in_(ids), Invoice.issued_on == on)
    return list(db.session.scalars(mine.where(Invoice.note.startswith("Cancelled: ")).order_by(Invoice.id)))


def _tell(kind: str, words: str, one: Enrolment, by: User | None) -> None:
    client = db.session.get_one(Client, one.client_id)
    record(kind, words, by=by, client=client, subject=f"enrolment {one.id}")
