"""Links on which clients pay: made at the desk, and the provider's page behind one when somebody opens it."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ...clock import utcnow
from ...mail import written
from ...models.books.balances import open_of
from ...models.books.due import open_invoices
from ...models.books.invoices import Invoice
from ...models.books.links import LinkState, PageState, PayLink, PayPage, pages_of
from ...models.database import write
from ...models.mails import Mail
from ...models.studios import Studio, studio_today
from ...models.users import User
from ...money import in_words
from ...payments import Ask, Page, Provider, Refused, Unavailable
from .. import addresses, outbox, sheet_codes
from ..events import record

LASTS: Final = timedelta(days=30)
PAGE_LASTS: Final = timedelta(hours=1)
"""How long the provider's page takes the money: a new one is made when it is opened again, so it can be short."""
STILL_GOOD: Final = timedelta(minutes=5)


class NothingOpen(Exception):
    """Of the invoice nothing is left to pay."""


class OnItsWay(Exception):
    """It was paid in a way that takes days; whether the money comes is not known yet."""


class Ended(Exception):
    """The link is cancelled, paid or past its time."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What could be asked for, in minor units: what is due by today, and all that is open."""

    due: int
    open: int


def amounts(invoice: Invoice, on: date) -> Amounts:
    """What is due and what is open of an invoice on a day."""
    found = open_invoices(Invoice.id == invoice.id)
    return Amounts(found[0].due(on), found[0].open) if found else Amounts(0, 0)


def make(invoice: Invoice, amount: int, *, by: User) -> PayLink:
    """A link for this much of an invoice; one that asks for the same and still answers is given again.

    Raises NothingOpen when less is open.
    """
    now = utcnow()
    with write() as session:
        if not 0 < amount <= amounts(invoice, studio_today()).open:
            raise NothingOpen
        mine = select(PayLink).where(PayLink.invoice_id == invoice.id, PayLink.amount == amount)
        there = session.scalar(mine.where(PayLink.state == LinkState.open, PayLink.ends_at > now + timedelta(days=1)))
        if there is not None:
            return there
        link = PayLink(
            client_id=invoice.client_id,
            invoice_id=invoice.id,
            key=sheet_codes.make(),
            reference=secrets.token_hex(12),
            amount=amount,
            currency=invoice.currency,
            at=now,
            by_id=by.id,
            ends_at=now + LASTS,
        )
        session.add(link)
        session.flush()
        said = f"Payment link for {in_words(amount, link.currency)} of invoice {invoice.code}"
        record("pay-link.made", said, by=by, client=invoice.client, subject=f"pay link {link.id}")
    return link


def asked(link: PayLink) -> int:
    """What is to be paid on it now: its amount, or what is left open when that is less. Raises Ended, NothingOpen."""
    if not link.answers(utcnow()):
        raise Ended
    left = min(link.amount, open_of([link.invoice_id])[link.invoice_id])
    if left <= 0:
        raise NothingOpen
    return left


def page_behind(link: PayLink, provider: Provider, studio: Studio) -> str:
    """The address of the provider's page for what is to be paid now: the one that is open, or a new one.

    It speaks to the provider and holds no transaction meanwhile. Raises Ended, NothingOpen, OnItsWay, Unavailable,
    Refused.
    """
    left, now, pages = asked(link), utcnow(), pages_of(link)
    if any(page.state is PageState.on_its_way for page in pages):
        raise OnItsWay
    for page in pages:
        if page.state is PageState.open and page.ends_at > now + STILL_GOOD:
            if (page.amount, page.provider, page.live) == (left, provider.name, provider.live):
                return page.url
            _close(page, provider)
    made = provider.open_page(_ask(link, left, studio, now, len(pages)))
    return _kept(link, left, made, provider)


def mail(link: PayLink, *, studio: Studio, by: User) -> Mail:
    """Put the link into the outbox for the client. Raises NoAddress, Ended."""
    with write():
        if not link.answers(utcnow()):
            raise Ended
        message = written(
            "pay_link",
            to=link.client.email,
            to_name=link.client.name,
            studio=studio.name,
            reference=link.invoice.code,
            amount=in_words(link.amount, link.currency),
            address=addresses.link("pay.show", key=link.key),
            ends=link.ends_at,
            phone=studio.phone,
        )
        row = outbox.queue(message, about=f"pay link {link.id}", kind="pay_link", client=link.client, by=by)
        record("pay-link.mailed", "Payment link sent by mail", by=by, client=link.client, subject=f"pay link {link.id}")
    return row


def cancel(link: PayLink, provider: Provider | None, *, by: User) -> datetime | None:
    """Let a link take no money any more. Returns until when a page that is open could not be closed, if one could not.

    Raises Ended for one that was paid.
    """
    with write() as session:
        session.refresh(link, with_for_update=True)
        if link.state is LinkState.paid:
            raise Ended
        if link.state is LinkState.open:
            link.state, link.settled_at = LinkState.cancelled, utcnow()
            said = f"Payment link for {in_words(link.amount, link.currency)} cancelled"
            record("pay-link.cancelled", said, by=by, client=link.client, subject=f"pay link {link.id}")
    still = [page for page in pages_of(link) if page.state is PageState.open and page.ends_at > utcnow()]
    left = [ends for page, ends in [(page, page.ends_at) for page in still] if not _closes(page, provider)]
    return max(left, default=None)


def _closes(page: PayPage, provider: Provider | None) -> bool:
    if provider is None:
        return False
    try:
        _close(page, provider)
    except (Unavailable, Refused):
        return False
    return True


def _close(page: PayPage, provider: Provider) -> None:
    """Close a page at the provider; one that was paid meanwhile is told of by their message."""
    provider.close_page(page.session)
    with write() as session:
        session.refresh(page, with_for_update=True)
        if page.state is PageState.open:
            page.state = PageState.ended


def _ask(link: PayLink, amount: int, studio: Studio, now: datetime, made: int) -> Ask:
    """What we ask the provider for. Its end is on the whole minute, so that two at once ask for the same page."""
    ends_at = (now + PAGE_LASTS).replace(second=0, microsecond=0)
    return Ask(
        amount=amount,
        currency=link.currency,
        words=f"{studio.name}, invoice {link.invoice.code}",
        reference=link.reference,
        return_to=addresses.link("pay.thanks"),
        back_to=addresses.link("pay.show", key=link.key),
        ends_at=ends_at,
        number=made + 1,
    )


def _kept(link: PayLink, amount: int, made: Page, provider: Provider) -> str:
    """Put the provider's page on record; somebody else who asked at the same moment may have done so."""
    row = PayPage(
        pay_link_id=link.id,
        provider=provider.name,
        session=made.session,
        url=made.url,
        amount=amount,
        currency=link.currency,
        live=provider.live,
        at=utcnow(),
        ends_at=made.ends_at,
    )
    with suppress(IntegrityError), write() as session:
        session.add(row)
    return made.url
