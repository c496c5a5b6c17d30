"""The value of a quote for a client: what was frozen, in the words of the paper."""

from collections.abc import Iterator, Sequence
from typing import cast

from ..money import in_words, rate_in_words
from ..sheets.dates import day
from ..sheets.quote import Choice, QuoteColumn, QuoteRule, QuoteSheet
from ..sheets.shared import Paper, PrintSize
from ..terms import words
from ..terms.law import Law, band_for
from .clients import Client
from .sales.quotes import Quote
from .sheets_home import studio_card
from .studios import Studio

TOLD = ("Cancelling", "Freezing", "Refunds")
"""The rules that people ask for before they choose; the agreement has them all."""


def quote_sheet(quote: Quote, client: Client, studio: Studio, law: Law, *, by: str, size: PrintSize) -> QuoteSheet:
    """The quote as it stands, to be printed in a type size."""
    return QuoteSheet(
        studio=studio_card(studio),
        client=client.name,
        code=quote.code,
        made=quote.made_on,
        valid_until=quote.valid_until,
        by=by,
        columns=tuple(column(one, law) for one in quote.offered),
        rules=tuple(told_rules(quote.offered)),
        note=quote.note,
        size=size,
        paper=cast(Paper, studio.paper),
    )


def column(one: Choice, law: Law) -> QuoteColumn:
    """One choice in words."""
    terms, band = one.terms, band_for(one.gross, law)
    first, *off = [_money(step.amount, one) for step in one.steps]
    taken = [f"{step.words}: {amount}" for step, amount in zip(one.steps[1:], off, strict=True)]
    due = [f"{_money(part.amount, one)} on {day(part.on)}" for part in one.parts]
    return QuoteColumn(
        name=terms.name,
        what=words.amount_of(terms),
        price=(first, *taken) if taken else (),
        why=one.why,
        total=_money(one.gross, one),
        paid=(f"in {len(due)} parts", *due) if len(due) > 1 else ("in full before the start",),
        tax=f"{_money(one.tax, one)} ({rate_in_words(terms.tax_rate)})" if one.tax else "",
        each=_money(one.per_session, one) if terms.sessions > 1 else "",
        used=f"from {day(one.starts_on)} until {day(one.last_on)}",
        cancel=f"within {band.words} of signing" if band else "",
        mind=terms.note,
        included=words.included(terms) or ("The sessions",),
    )


def told_rules(choices: Sequence[Choice]) -> Iterator[QuoteRule]:
    """The rules that are the same for all once, the others with the name of what they are for."""
    rules = [[rule for rule in words.rules(one.terms) if rule[0] in TOLD] for one in choices]
    same = [rule for rule in rules[0] if all(rule in other for other in rules)]
    yield from (QuoteRule(title=title, words=text) for title, text in same)
    for one, own in zip(choices, rules, strict=True):
        for title, text in own:
            if (title, text) not in same:
                yield QuoteRule(title=f"{title} ({one.terms.name})", words=text)


def _money(amount: int, one: Choice) -> str:
    return in_words(amount, one.terms.currency)
