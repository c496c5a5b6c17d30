"""Payment links that tests need."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from flask import Flask
from sqlalchemy import select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.books.invoices import Invoice
from studio.models.books.links import PayLink, ProviderEvent
from studio.models.books.trade import Trade
from studio.models.clients import Client
from studio.models.database import write
from studio.models.studios import studio_today
from studio.operations.books import pay_links

from .people import Cast
from .sales import sold
from .stripe_house import StripeHouse, stripe_house


def an_invoice(client: Client) -> Invoice:
    """What a package of three instalments comes to: 722.00 is due today, 2,166.00 in all."""
    enrolment = sold(client)
    return db.session.scalars(select(Invoice).where(Invoice.enrolment_id == enrolment.id)).one()


def a_pay_link(client: Client, *, all_of_it: bool = False) -> PayLink:
    """A link for what is due now of a new invoice."""
    invoice = an_invoice(client)
    amounts = pay_links.amounts(invoice, studio_today())
    return pay_links.make(invoice, amounts.open if all_of_it else amounts.due, by=Cast().front_desk)


def a_message(link: PayLink, outcome: str = "£100.00 was given back at the provider.") -> ProviderEvent:
    """What the provider told and waits for somebody."""
    with write() as session:
        row = ProviderEvent(provider="stripe", event=f"evt_{link.id}_{outcome}"[:160], kind="charge.refunded",
                            at=utcnow(), pay_link_id=link.id, outcome=outcome, needs_hand=True)  # fmt: skip
        session.add(row)
    return row


def a_link_and_a_message(client: Client) -> dict[str, object]:
    """What their addresses name."""
    link = a_pay_link(client)
    return {"pay_link_id": link.id, "message_id": a_message(link).id}


@contextmanager
def payments_by_link(app: Flask) -> Iterator[StripeHouse]:
    """A studio whose clients may pay by a link, on a Stripe of our own."""
    with write() as session:
        trade = session.get(Trade, 1)
        if trade is None:
            session.add(trade := Trade())
        trade.links = True
    before = app.config["SETTINGS"]
    with stripe_house() as house:
        app.config["SETTINGS"] = replace(before, public_url="https://studio.example", stripe=house.account)
        try:
            yield house
        finally:
            app.config["SETTINGS"] = before
