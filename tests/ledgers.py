"""Sales as rows, for what only reads them: made the way the ledgers hold them, not by the operations that sell."""

from dataclasses import asdict
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from studio.models.books.invoices import Instalment, Invoice
from studio.models.books.ledger import Entry, EntryKind, Method, Payment
from studio.models.clients import Client
from studio.models.database import write
from studio.models.sales.enrolments import Enrolment
from studio.models.sales.sessions import Credit, CreditKind, Session
from studio.models.users import User
from studio.sheets.stored import pack
from studio.terms.credits import Outcome
from studio.terms.terms import Terms

from .people import Cast

_number = count(1)
TERMS = Terms(kind="package", name="12 weeks, twice a week", price=228_000, currency="GBP", sessions=24, weeks=12,
              per_week=2, screens=(6, 12))  # fmt: skip


def at(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)


def an_enrolment(
    client: Client,
    on: date,
    *,
    sessions: int = 24,
    net: int = 228_000,
    tax: int = 0,
    name: str = TERMS.name,
    coach: User | None = None,
    **values: Any,
) -> Enrolment:
    """A package that was sold on a day, with its credits and its invoice; nothing is paid yet."""
    terms = {**asdict(TERMS), "name": name, "sessions": sessions, "price": net + tax}
    given = {"frozen": pack(Terms(**terms | {key: values.pop(key) for key in ("kind", "weeks") if key in values})),
             "currency": "GBP", "price": net + tax, "total": net + tax, "starts_on": on, "sold_on": on,
             "sold_at": at(on), "sold_by_id": Cast().front_desk.id, "coach_id": (coach or Cast().coach).id}  # fmt: skip
    with write() as session:
        row = Enrolment(client_id=client.id, **(given | values))
        session.add(row)
        session.flush()
    credit(row, CreditKind.granted, sessions, on)
    invoice(row, net, tax, on)
    return row


def credit(enrolment: Enrolment, kind: CreditKind, amount: int, on: date, session_id: int | None = None) -> Credit:
    with write() as session:
        row = Credit(enrolment_id=enrolment.id, kind=kind, amount=amount, on=on, at=at(on), why="test",
                     session_id=session_id)  # fmt: skip
        session.add(row)
    return row


def invoice(enrolment: Enrolment, net: int, tax: int, on: date) -> Invoice:
    """An invoice, or with negative amounts a credit note, with its row in the ledger; due at once."""
    line = {"words": "Sessions", "count": 1, "net": net, "tax": tax, "gross": net + tax, "rate": 0}
    with write() as session:
        row = Invoice(year=on.year, number=next(_number), client_id=enrolment.client_id, enrolment_id=enrolment.id,
                      issued_on=on, due_on=on, currency="GBP", net=net, tax=tax, gross=net + tax, lines=[line],
                      buyer={}, seller={}, at=at(on), by_id=Cast().front_desk.id)  # fmt: skip
        session.add(row)
        session.flush()
        session.add(Instalment(invoice_id=row.id, number=1, due_on=on, amount=net + tax))
        session.add(
            Entry(client_id=enrolment.client_id, kind=EntryKind.invoice if net >= 0 else EntryKind.credit_note,
                  amount=net + tax, currency="GBP", on=on, enrolment_id=enrolment.id, invoice_id=row.id, why="test",
                  at=at(on))
        )  # fmt: skip
    return row


def payment(enrolment: Enrolment, amount: int, on: date, method: Method = Method.card) -> Payment:
    """Money that came in for the enrolment's first invoice, or went back."""
    with write() as session:
        about = session.query(Invoice).filter_by(enrolment_id=enrolment.id).order_by(Invoice.id).first()
        row = Payment(client_id=enrolment.client_id, received_on=on, method=method, amount=amount, currency="GBP",
                      at=at(on))  # fmt: skip
        session.add(row)
        session.flush()
        session.add(
            Entry(client_id=enrolment.client_id, kind=EntryKind.payment if amount > 0 else EntryKind.refund,
                  amount=-amount, currency="GBP", on=on, enrolment_id=enrolment.id,
                  invoice_id=about.id if about else None, payment_id=row.id, why="test", at=at(on))
        )  # fmt: skip
    return row


def a_session(
    enrolment: Enrolment, on: date, outcome: Outcome = Outcome.attended, coach: User | None = None
) -> Session:
    """An hour that was booked, and the credit it used, unless it was the studio's cancel."""
    with write() as session:
        row = Session(client_id=enrolment.client_id, enrolment_id=enrolment.id, coach_id=(coach or Cast().coach).id,
                      starts_at=at(on), on=on, outcome=outcome, at=at(on), by_id=Cast().coach.id)  # fmt: skip
        session.add(row)
        session.flush()
    if outcome is not Outcome.studio_cancel:
        credit(enrolment, CreditKind.used, -1, on, row.id)
    return row
