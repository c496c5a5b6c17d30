"""Packages that tests sell: plain functions that make one and return it."""

from dataclasses import replace
from datetime import date, timedelta

from studio.clock import utcnow
from studio.extensions import db
from studio.models.clients import Client
from studio.models.database import write
from studio.models.sales.enrolments import Enrolment
from studio.models.sales.sessions import CreditKind, Session
from studio.models.studios import studio_today
from studio.models.users import User
from studio.operations.books.invoicing import issue, line
from studio.operations.sales.credits import post
from studio.operations.sales.freezes import Asked, freeze
from studio.operations.sales.giving import give
from studio.operations.sales.sessions import Held, check_in
from studio.sheets.stored import pack
from studio.terms.instalments import plan
from studio.terms.terms import Terms

from .people import Cast

TWELVE = Terms("package", "12 weeks, twice a week", 216600, "GBP", sessions=24, weeks=12, per_week=2, screens=(6, 12),
               instalment_days=(0, 28, 56))  # fmt: skip


def sold(client: Client, terms: Terms = TWELVE, *, starts_on: date | None = None, **changes: object) -> Enrolment:
    """A package as it is sold: its sessions granted, its invoice with its instalments; `changes` are of its terms."""
    terms = replace(terms, **changes)  # type: ignore[arg-type]
    starts_on, by = starts_on or studio_today(), Cast().coach
    with write() as session:
        enrolment = Enrolment(
            client_id=client.id,
            frozen=pack(terms),
            currency=terms.currency,
            price=terms.price,
            total=terms.price,
            pays="full" if len(terms.instalment_days) == 1 else "instalments",
            starts_on=starts_on,
            sold_on=min(starts_on, studio_today()),
            sold_at=utcnow(),
            sold_by_id=by.id,
            coach_id=by.id,
        )
        session.add(enrolment)
        session.flush()
        if terms.sessions:
            post(enrolment, CreditKind.granted, terms.sessions, terms.name, on=enrolment.sold_on, by=by)
        dues = plan(terms.price, starts_on, terms.instalment_days)
        one = line(terms.name, terms.price, terms.tax_rate, included=True)
        issue(client, [one], on=enrolment.sold_on, by=by, dues=dues, enrolment=enrolment, currency=terms.currency)
    return enrolment


def a_session(enrolment: Enrolment, *, days_ago: int = 0, by: User | None = None, **values: object) -> Session:
    """A session of this package, attended just now or some days ago."""
    said = Held(utcnow() - timedelta(days=days_ago), **values)  # type: ignore[arg-type]
    client = db.session.get_one(Client, enrolment.client_id)
    return check_in(client, enrolment, said, coach=Cast().coach, by=by or Cast().coach)


def at_the_desk(client: Client) -> dict[str, object]:
    """A package with a session, one on top and a freeze, as addresses name them."""
    enrolment = sold(client)
    asked = Asked("medical", studio_today() + timedelta(days=3), None, studio_today(), note_seen=True)
    return {
        "enrolment_id": enrolment.id,
        "session_id": a_session(enrolment).id,
        "credit_id": give(enrolment, 1, "For the wait", key=None, by=Cast().owner).id,
        "change_id": freeze(enrolment, asked, by=Cast().coach).id,
    }
