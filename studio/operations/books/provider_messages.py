"""Messages of a payment provider: each is taken in once, in whatever order they come, and money is booked once."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ...clock import utcnow
from ...extensions import db
from ...models.books.ledger import Method
from ...models.books.links import LinkState, PageState, PayLink, PayPage, ProviderEvent
from ...models.database import write
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words
from ...payments import Provider, Told, What
from ..events import record
from . import paying

Outcome = tuple[str, bool]
"""What we made of it, in words for the desk, and whether somebody has to do something about it."""

NOT_OURS = "None of our pages"
SETTLED = (PageState.paid, PageState.failed)


def take_in(told: Told, provider: Provider) -> ProviderEvent | None:
    """Put a message on record with what followed from it; None for one that was taken in before, or is none of ours.

    Two copies at the same moment are one: the database knows each message by its name.
    """
    if told.what is What.nothing:
        return None
    known = select(ProviderEvent.id).where(
        ProviderEvent.provider == provider.name, ProviderEvent.event == told.event[:160]
    )
    try:
        with write() as session:
            if session.scalar(known) is not None:
                return None
            page, link = _about(told, provider)
            if link is None:
                return None
            row = ProviderEvent(
                provider=provider.name,
                event=told.event[:160],
                kind=told.kind[:80],
                at=utcnow(),
                pay_link_id=link.id,
            )
            session.add(row)
            session.flush()  # a copy that is faster ends it here
            words, row.needs_hand = _follow(told, link, page)
            row.outcome = words[:300]
    except IntegrityError:
        if db.session.scalar(known) is None:
            raise
        return None
    return row


def look(page: PayPage, provider: Provider) -> ProviderEvent | None:
    """Ask the provider what became of a page, for when their message did not reach us. Raises Unavailable, Refused."""
    return take_in(provider.look(page.session), provider)


def done(message: ProviderEvent, *, by: User) -> None:
    """Note that somebody has looked after it; a second time changes nothing."""
    with write() as session:
        session.refresh(message, with_for_update=True)
        if message.done_at is None:
            message.done_at, message.done_by_id = utcnow(), by.id
            client = message.link.client if message.link else None
            record("pay-message.done", "Message of the payment provider looked after", by=by, client=client,
                   subject=f"pay message {message.id}")  # fmt: skip


def _about(told: Told, provider: Provider) -> tuple[PayPage | None, PayLink | None]:
    """The page and the link a message is about, held until the write ends; nothing for what is none of ours."""
    pages = select(PayPage).where(PayPage.provider == provider.name).with_for_update()
    page = None
    if told.session:
        page = db.session.scalar(pages.where(PayPage.session == told.session))
    elif told.payment:
        page = db.session.scalar(pages.where(PayPage.payment == told.payment))
    if page is not None:
        return page, db.session.scalar(select(PayLink).where(PayLink.id == page.pay_link_id).with_for_update())
    if told.reference:
        return None, db.session.scalar(select(PayLink).where(PayLink.reference == told.reference).with_for_update())
    return None, None


def _follow(told: Told, link: PayLink, page: PayPage | None) -> Outcome:
    said = in_words(told.amount, told.currency) if told.amount is not None and told.currency else "an amount"
    if told.what is What.refunded:
        return f"{said} was given back at the provider. Put the refund on record here too.", True
    if told.what is What.disputed:
        return f"The bank of whoever paid disputes {said}. Answer at the provider, which names the last day.", True
    if page is None:
        words = f"{said} was paid on a page of ours that is not on record. Look at the provider, then book it by hand."
        return (words, True) if told.what is What.paid else ("A page of ours that is not on record", False)
    page.payment = page.payment or told.payment[:120]
    if told.what is What.paid:
        return _paid(told, link, page, said)
    if page.state in SETTLED:
        return "Came late: it was settled before", False
    if told.what is What.failed:
        page.state = PageState.failed
        return f"The payment of {said} did not go through. Tell the client; the link still works.", True
    page.state = PageState.on_its_way if told.what is What.on_its_way else PageState.ended
    return ("On its way: this way of paying takes some days" if told.what is What.on_its_way else "Ended unpaid"), False


def _paid(told: Told, link: PayLink, page: PayPage, said: str) -> Outcome:
    """Book it, unless it is not what was asked for; money that came twice for one link is booked twice."""
    if page.state is PageState.paid:
        return "Was booked before", False
    if (told.amount, told.currency, told.live) != (page.amount, page.currency, page.live):
        asked = in_words(page.amount, page.currency)
        kind = "" if told.live == page.live else ", in test mode" if page.live else ", in live mode"
        return (
            f"{said} was paid{kind}, and {asked} was asked for. Not booked: look at the provider, book by hand.",
            True,
        )
    invoice = link.invoice
    paying.take(
        invoice.client,
        page.amount,
        Method.link,
        on=studio_today(),
        currency=page.currency,
        by=None,
        reference=(told.payment or told.session)[:80],
        first=invoice,
        key=f"{page.provider}:{page.session}"[:80],
    )
    page.state = PageState.paid
    again = link.state is LinkState.paid
    link.state, link.settled_at = LinkState.paid, utcnow()
    return (f"{said} came a second time on the same link. Booked: give it back or keep it on the account." if again
            else f"{said} booked"), again  # fmt: skip
