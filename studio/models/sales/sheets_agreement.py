"""The agreement of a sale as it stands on paper."""

from collections.abc import Sequence
from typing import cast

from ...money import in_words, rate_in_words
from ...sheets import PrintSize
from ...sheets.agreement import AgreementSheet, Amount, Part, Rule
from ...sheets.dates import long_day
from ...sheets.shared import Paper
from ...terms import words
from ...terms.clock import clock
from ...terms.instalments import Due
from ...terms.law import cancel_until, sentence_for
from ..books.trade import the_trade
from ..clients import Client
from ..sheets_home import studio_card
from ..studios import Studio
from .enrolments import Enrolment


def agreement_sheet(
    one: Enrolment, client: Client, studio: Studio, parts: Sequence[Due], tax: int, *, coach: str = ""
) -> AgreementSheet:
    """What was agreed, in the words of the day of the sale; nobody has signed it yet. `tax` is that of the invoice."""
    terms, trade = one.terms, the_trade()
    law, on = trade.rules, one.sold_on
    said = clock(terms, one.starts_on, (), one.starts_on)
    until = cancel_until(on, one.total, law)

    def amount(number: int) -> str:
        return in_words(number, one.currency)

    prices = [(terms.name, one.price), (_discount(one), -one.discount), ("Assessment fee credited", -one.fee_credit)]
    return AgreementSheet(
        studio=studio_card(studio),
        seller=trade.legal_name or studio.name,
        client=client.name,
        code=f"{on.year}-{one.id:04d}",
        made=on,
        name=terms.name,
        what=words.amount_of(terms),
        included=words.included(terms),
        starts=one.starts_on,
        ends=said.ends_on,
        last=said.last_on,
        expiry=words.expiry(terms),
        prices=tuple(Amount(words=text, amount=amount(number)) for text, number in prices if number),
        total=amount(one.total),
        tax=f"{amount(tax)} of it is tax, {rate_in_words(terms.tax_rate)}." if tax else "",
        parts=tuple(Part(due=part.on, amount=amount(part.amount)) for part in parts),
        rules=tuple(Rule(title=title, words=text) for title, text in words.rules(terms)),
        cancel=f"You may cancel this agreement without giving a reason until the end of {long_day(until)}."
        if until
        else "",
        how_to_cancel=_how(studio),
        sentence=sentence_for(law, terms, one.total, on, one.starts_on),
        sentence_points=law.sentence_points,
        coach=coach,
        size=cast(PrintSize, client.sheet_size or 12),
        paper=cast(Paper, studio.paper),
    )


def _discount(one: Enrolment) -> str:
    return f"Discount: {one.discount_why}" if one.discount_why else "Discount"


def _how(studio: Studio) -> str:
    ways = [f"by e-mail to {studio.email}" if studio.email else "", f"to {studio.address}" if studio.address else ""]
    written = " or ".join(filter(None, ways))
    return (
        f"To cancel, write to us {written}, or tell us at the desk." if written else "To cancel, tell us at the desk."
    )
