"""Quotes: two packages side by side, and one alone in parts."""

from dataclasses import replace
from datetime import date, timedelta

from studio.models.sheets_quote import column, told_rules
from studio.sheets.quote import Choice, QuotePart, QuoteSheet, QuoteStep
from studio.terms.instalments import plan
from studio.terms.law import Law, last_day
from studio.terms.law_sets import law_sets
from studio.terms.pricing import priced
from studio.terms.terms import Terms
from studio.terms.usual import usual_prices
from tests.documents.samples import STUDIO

MADE = date(2026, 11, 23)
STARTS = date(2026, 12, 1)
LAW = law_sets("USD")["US_CA"].law
PRICES = {usual.code: usual.terms for usual in usual_prices("USD")}


def choice(terms: Terms, *, discount: int = 0, credit: int = 0, full: bool = True) -> Choice:
    found = priced(terms, discount, credit, full=full)
    days = (0,) if full else terms.instalment_days
    return Choice(
        version_id=1,
        terms=terms,
        discount=discount,
        why="Two of one family" if discount else "",
        full=full,
        starts_on=STARTS,
        steps=tuple(QuoteStep(words=step.words, amount=step.gross) for step in found.steps),
        fee_credit=found.fee_credit,
        net=found.net,
        tax=found.tax,
        gross=found.gross,
        parts=tuple(QuotePart(on=due.on, amount=due.amount) for due in plan(found.gross, STARTS, days)),
        last_on=last_day(terms, STARTS),
    )


def quote_sheet() -> QuoteSheet:
    """Once or twice a week, with half the assessment credited; one paid in full, one in parts with a discount."""
    compared = (
        choice(PRICES["12wk-1"], credit=9_750),
        choice(PRICES["12wk-2"], discount=5_000, credit=9_750, full=False),
    )
    return QuoteSheet(
        studio=STUDIO,
        client="Ana Ferreira",
        code="Q-12",
        made=MADE,
        valid_until=MADE + timedelta(days=14),
        by="Dana Whitfield",
        columns=tuple(column(one, LAW) for one in compared),
        rules=tuple(told_rules(compared)),
        note="Mornings before nine are free on Tuesdays and Fridays.",
    )


def taxed_quote_sheet() -> QuoteSheet:
    """One package alone, with a tax on top, in parts, at the largest size."""
    terms = replace(PRICES["16wk-2"], tax_rate=8_875, tax_included=False, note="Shoes off on the mat")
    one = choice(terms, full=False)
    return replace(quote_sheet(), columns=(column(one, Law()),), rules=tuple(told_rules([one])), note="", size=18)
