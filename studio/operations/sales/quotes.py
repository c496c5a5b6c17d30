"""Quotes: reckoned from the price list of the day, frozen, printed as issued, and withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...clock import utcnow
from ...documents import quote as document
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.database import write
from ...models.papers import Kind, Paper
from ...models.sales.fee_credits import fee_credit
from ...models.sales.offers import OfferVersion
from ...models.sales.quotes import Quote
from ...models.sheets_quote import quote_sheet
from ...models.studios import Studio
from ...models.users import Role, User
from ...sheets.quote import Choice, QuotePart, QuoteStep
from ...sheets.shared import PrintSize
from ...sheets.stored import pack
from ...terms.instalments import plan
from ...terms.law import last_day
from ...terms.pricing import discount_problem, priced
from .. import papers
from ..events import record


class NotOffered(ValueError):
    """It cannot be offered like this; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to be quoted: which, how much off it (thousandths of a percent), paid in full or in parts."""

    version: OfferVersion
    discount: int = 0
    full: bool = True


@dataclass(frozen=True, slots=True)
class Conditions:
    """What holds for everything on a quote."""

    starts_on: date
    why: str = ""
    credit: bool = True
    """Is an assessment's fee to be credited where it can be?"""


def offer(client: Client, asked: Asked, conditions: Conditions, *, on: date) -> Choice:
    """What one thing would cost the client, bought on a day."""
    terms = asked.version.terms
    credited = fee_credit(client.id, terms, on) if conditions.credit else None
    sum_ = priced(terms, asked.discount, credited.amount if credited else 0, full=asked.full)
    days = (0,) if asked.full else terms.instalment_days
    return Choice(
        version_id=asked.version.id,
        terms=terms,
        discount=asked.discount,
        why=conditions.why if asked.discount else "",
        full=asked.full,
        starts_on=conditions.starts_on,
        steps=tuple(QuoteStep(words=step.words, amount=step.gross) for step in sum_.steps),
        fee_credit=sum_.fee_credit,
        net=sum_.net,
        tax=sum_.tax,
        gross=sum_.gross,
        parts=tuple(QuotePart(on=due.on, amount=due.amount) for due in plan(sum_.gross, conditions.starts_on, days)),
        last_on=last_day(terms, conditions.starts_on),
    )


def give(
    client: Client, choices: Sequence[Choice], *, on: date, valid_until: date, note: str, size: PrintSize,
    studio: Studio, by: User,
) -> Quote:  # fmt: skip
    """Put a quote on record and print it as issued. Raises NotOffered where a discount is beyond the rule."""
    owner = by.role is Role.owner
    for choice in choices:
        if problem := discount_problem(choice.terms, choice.discount, choice.why, owner=owner):
            raise NotOffered(problem)
    with write() as session:
        quote = Quote(
            client_id=client.id,
            made_on=on,
            valid_until=valid_until,
            choices=[pack(choice) for choice in choices],
            note=note,
            at=utcnow(),
            by_id=by.id,
        )
        session.add(quote)
        session.flush()
        sheet = quote_sheet(quote, client, studio, the_trade().rules, by=by.name, size=size)
        content = document.render(sheet)
        session.add(
            Paper(
                kind=Kind.quote,
                client_id=client.id,
                quote_id=quote.id,
                file_name=f"{on:%Y-%m-%d}_quote_{papers.short_name(client.name)}_{quote.code}.pdf",
                sha256=papers.keep(content),
                size=len(content),
                created_at=utcnow(),
                created_by_id=by.id,
            )
        )
        names = " or ".join(choice.terms.name for choice in choices)
        record("quote.given", f"Quote {quote.code}: {names}", by=by, client=client, subject=f"quote {quote.id}")
    return quote


def withdraw(quote: Quote, client: Client, *, by: User) -> None:
    """Stand by it no longer."""
    with write():
        quote.withdrawn_at, quote.withdrawn_by_id = utcnow(), by.id
        record("quote.withdrawn", f"Quote {quote.code} withdrawn", by=by, client=client, subject=f"quote {quote.id}")


def restore(quote: Quote, client: Client, *, by: User) -> None:
    """Take a withdrawal back."""
    with write():
        quote.withdrawn_at, quote.withdrawn_by_id = None, None
        record("quote.restored", f"Quote {quote.code} holds again", by=by, client=client, subject=f"quote {quote.id}")
