"""A sale: enrolment, granted sessions, invoice and payment in one write; and its undo."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.books.invoices import Invoice
from ...models.books.ledger import Entry, EntryKind, Method, Payment
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import balance_of, held
from ...models.sales.enrolments import ClockChange, Enrolment, State
from ...models.sales.offers import OfferVersion
from ...models.sales.quotes import Quote
from ...models.sales.sessions import Credit, CreditKind
from ...models.studios import studio_today
from ...models.users import Role, User
from ...money import in_words
from ...sheets.stored import pack
from ...terms.instalments import Due, plan
from ...terms.law import Remark, checks
from ...terms.pricing import Priced, discount_problem, priced
from ..books import invoicing, paying
from ..events import record
from . import agreements, credits

Pays = Literal["full", "instalments"]


class NotSold(ValueError):
    """It cannot be sold like this; the message says what to change."""


class TooLate(Exception):
    """A sale that was used, or is older than a day, is cancelled and not undone; the message says so."""


@dataclass(frozen=True, slots=True)
class Sale:
    """What was agreed at the desk.

    `discount` is thousandths of a percent of the list's price, beside what paying in full takes off; `fee_credit` is a
    gross amount. Without a `method` nothing is paid yet. `key` is the form: the same one again is the same sale.
    """

    version: OfferVersion
    starts_on: date
    pays: Pays = "full"
    method: Method | None = None
    reference: str = ""
    discount: int = 0
    discount_why: str = ""
    fee_credit: int = 0
    coach_id: int | None = None
    quote_id: int | None = None
    renews: Enrolment | None = None
    replaces: Enrolment | None = None
    key: str | None = None


def sell(client: Client, sale: Sale, *, by: User) -> Enrolment:
    """Sell it today. Paid at once is all of it, or the first instalment. Raises NotSold."""
    with write() as session:
        if sale.key and (there := session.scalar(select(Enrolment).where(Enrolment.key == sale.key))):
            return there
        terms, on = sale.version.terms, studio_today()
        sum_ = agreed(sale)
        _refuse(sale, on, by)
        enrolment = Enrolment(
            client_id=client.id,
            offer_version_id=sale.version.id,
            quote_id=sale.quote_id,
            frozen=pack(terms),
            currency=terms.currency,
            price=sum_.price,
            discount=sum_.discount,
            discount_why=sale.discount_why,
            fee_credit=sum_.fee_credit,
            total=sum_.gross,
            pays=sale.pays,
            starts_on=sale.starts_on,
            sold_on=on,
            sold_at=utcnow(),
            sold_by_id=by.id,
            coach_id=sale.coach_id or client.coach_id,
            renews_id=sale.renews.id if sale.renews else None,
            replaces_id=sale.replaces.id if sale.replaces else None,
            key=sale.key,
        )
        session.add(enrolment)
        session.flush()
        if terms.sessions:
            credits.post(enrolment, CreditKind.granted, terms.sessions, f"Sold: {terms.name}", on=on, by=by)
        if sum_.gross:
            _charge(client, enrolment, sum_, sale, on, by)
        agreements.make(enrolment, client, dues(sum_.gross, sale, on), sum_.tax, by=by)
        record("enrolment.sold", f"{terms.name} sold, {in_words(sum_.gross, terms.currency)}", by=by, client=client,
               subject=f"enrolment {enrolment.id}")  # fmt: skip
    return enrolment


def agreed(sale: Sale) -> Priced:
    """What it costs, with all that comes off."""
    return priced(sale.version.terms, sale.discount, sale.fee_credit, full=sale.pays == "full")


def remarks(sale: Sale, on: date) -> tuple[Remark, ...]:
    """What the law says of it, what stops it first."""
    return checks(sale.version.terms, agreed(sale).gross, sale.starts_on, on, the_trade().rules)


def dues(total: int, sale: Sale, on: date) -> tuple[Due, ...]:
    """The parts to pay: the plan's counted from the start, else all of it now, or in the studio's days to pay."""
    if sale.pays == "instalments":
        return plan(total, max(sale.starts_on, on), sale.version.terms.instalment_days)
    later = timedelta(days=0 if sale.method else the_trade().payment_days)
    return (Due(1, on + later, total),)


def _refuse(sale: Sale, on: date, by: User) -> None:
    """Raise NotSold where the discount or the law speaks against it."""
    terms = sale.version.terms
    granted = by.role is Role.owner or sale.discount <= _quoted(sale)
    if wrong := discount_problem(terms, sale.discount, sale.discount_why, owner=granted):
        raise NotSold(wrong)
    if stopped := [one.words for one in remarks(sale, on) if one.stops]:
        raise NotSold(stopped[0])
    if sale.pays == "instalments" and len(terms.instalment_days) < 2:
        raise NotSold("This is paid in one part")


def _quoted(sale: Sale) -> int:
    """The discount that a quote has promised for this, which somebody who may had given; 0 without a quote."""
    quote = db.session.get(Quote, sale.quote_id) if sale.quote_id else None
    return max((one.discount for one in quote.offered if one.version_id == sale.version.id), default=0) if quote else 0


def _charge(client: Client, enrolment: Enrolment, sum_: Priced, sale: Sale, on: date, by: User) -> None:
    """The invoice with its parts, and what is paid of it at once."""
    parts = dues(enrolment.total, sale, on)
    lines = [invoicing.Line(one.words, 1, one.net, one.tax, one.gross, sum_.rate) for one in sum_.steps]
    invoice = invoicing.issue(client, lines, on=on, by=by, dues=parts, enrolment=enrolment, currency=enrolment.currency)
    if sale.method:
        paying.take(
            client, parts[0].amount, sale.method, on=on, currency=enrolment.currency, by=by,
            reference=sale.reference, first=invoice, key=_paid_key(enrolment),
        )  # fmt: skip


def undo(enrolment: Enrolment, why: str, *, by: User) -> None:
    """Take a sale back that was a slip: credit note, payment and sessions reversed. Raises TooLate.

    Only on the day it was made or the next, and while nothing came of it.
    """
    with write() as session:
        enrolment = held(enrolment.id)
        if enrolment.state is State.undone:
            return
        refuse_late(enrolment)
        on, client = studio_today(), enrolment.client
        mine = select(Credit).where(Credit.enrolment_id == enrolment.id, Credit.kind == CreditKind.granted)
        if granted := session.scalar(mine.order_by(Credit.id).limit(1)):
            credits.reverse(granted, why, on=on, by=by)
        if paid := session.scalar(select(Payment).where(Payment.key == _paid_key(enrolment))):
            paying.take_back(paid, why, on=on, by=by)
        for invoice in session.scalars(select(Invoice).where(Invoice.enrolment_id == enrolment.id)).all():
            back = [invoicing.Line(one["words"], one["count"], -one["net"], -one["tax"], -one["gross"], one["rate"])
                    for one in invoice.lines]  # fmt: skip
            invoicing.issue(client, back, on=on, by=by, enrolment=enrolment, currency=invoice.currency,
                            corrects=invoice, note=why)  # fmt: skip
        enrolment.state, enrolment.ended_on, enrolment.end_note = State.undone, on, why
        record("enrolment.undone", f"Sale of {enrolment.terms.name} taken back", by=by, client=client,
               subject=f"enrolment {enrolment.id}")  # fmt: skip


def can_undo(enrolment: Enrolment) -> bool:
    try:
        refuse_late(enrolment)
    except TooLate:
        return False
    return True


def refuse_late(enrolment: Enrolment) -> None:
    """Raise TooLate where a sale can no longer be undone in one go."""
    if enrolment.state is not State.active:
        raise TooLate("It has ended already")
    if enrolment.replaces_id is not None:
        raise TooLate("It took the place of another package: change it back instead")
    if (studio_today() - enrolment.sold_on).days > 1:
        raise TooLate("It was sold before yesterday: cancel it instead")
    balance = balance_of(enrolment.id)
    still = (ClockChange.enrolment_id == enrolment.id, ClockChange.undone_at.is_(None))
    moved = db.session.scalar(select(ClockChange.id).where(*still).limit(1))
    if balance.left != balance.granted or balance.granted != enrolment.terms.sessions or moved:
        raise TooLate("It was used already: cancel it instead")
    paid = db.session.scalar(select(Payment.id).where(Payment.key == _paid_key(enrolment)))
    more = select(Entry.id).where(
        Entry.enrolment_id == enrolment.id,
        Entry.kind != EntryKind.invoice,
        Entry.payment_id.is_distinct_from(paid) | Entry.payment_id.is_(None),
    )
    if db.session.scalar(more.limit(1)):
        raise TooLate("Money came in for it since: cancel it instead, or take the payment back first")


def _paid_key(enrolment: Enrolment) -> str:
    return f"sale {enrolment.id}"
