"""What something costs a client: the list price, what is taken off it, and the tax. Every step adds up to the cent."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..money import WHOLE, percent, rate_in_words, share, tax_inside, taxed
from .terms import Terms

Amounts = tuple[int, int, int]
"""Net, tax, gross."""
StepKind = Literal["price", "discount", "paid in full", "fee credit"]
CREDITED_ON = ("package",)
"""The kinds that an assessment's fee counts against."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the sum: the price, or something taken off it (negative). net + tax = gross."""

    kind: StepKind
    words: str
    net: int
    tax: int
    gross: int


@dataclass(frozen=True, slots=True)
class Priced:
    """A price with all that is taken off. Amounts are gross minor units; `net` and `tax` are those of the sum."""

    steps: tuple[Step, ...]
    currency: str
    rate: int
    sessions: int

    @property
    def price(self) -> int:
        """The list price, with its tax."""
        return self._of("price")

    @property
    def discount(self) -> int:
        """What was taken off, for whatever reason but the fee of an assessment; not negative."""
        return -self._of("discount") - self._of("paid in full")

    @property
    def fee_credit(self) -> int:
        return -self._of("fee credit")

    @property
    def net(self) -> int:
        return sum(step.net for step in self.steps)

    @property
    def tax(self) -> int:
        return sum(step.tax for step in self.steps)

    @property
    def gross(self) -> int:
        """What is to be paid: price − discount − fee credit = net + tax."""
        return sum(step.gross for step in self.steps)

    @property
    def per_session(self) -> int:
        """What one session comes to, rounded; all of it where there is none."""
        return share(self.gross, 1, self.sessions or 1)

    def _of(self, kind: StepKind) -> int:
        return sum(step.gross for step in self.steps if step.kind == kind)


def priced(terms: Terms, discount: int = 0, fee_credit: int = 0, *, full: bool = False) -> Priced:
    """Reckon what is to be paid.

    `discount` is thousandths of a percent of the list price, `fee_credit` a gross amount; `full` takes the discount
    for paying in full off what is left after the first. Nothing falls below zero: the credit is cut at what is left.
    """
    reckoned: list[tuple[StepKind, str, Amounts]] = [("price", terms.name, _taxed(terms.price, terms))]
    left = terms.price - percent(terms.price, min(discount, WHOLE))
    reckoned.append(("discount", f"Discount, {rate_in_words(discount)}", _taxed(left, terms)))
    if full:
        rate = min(terms.paid_in_full_discount, WHOLE)
        left -= percent(left, rate)
        reckoned.append(("paid in full", f"Paid in full, {rate_in_words(rate)} off", _taxed(left, terms)))
    gross = _taxed(left, terms)[2]
    credit = min(max(fee_credit, 0), gross)
    tax = tax_inside(gross - credit, terms.tax_rate)
    if credit:
        reckoned.append(("fee credit", "Assessment fee credited", (gross - credit - tax, tax, gross - credit)))
    return Priced(_steps(reckoned), terms.currency, terms.tax_rate, terms.sessions)


def discount_problem(terms: Terms, discount: int, why: str, *, owner: bool) -> str:
    """Why a discount by hand (thousandths of a percent) cannot be given; empty where it can.

    Beyond the rule of the price list only the owner may go; a reason is needed in any case.
    """
    if not 0 <= discount <= WHOLE:
        return "Enter a discount from 0 to 100 %"
    if discount and not why.strip():
        return "Say why there is a discount"
    if discount > terms.most_discount and not owner:
        return f"At most {rate_in_words(terms.most_discount)} may be taken off this. More is for the owner to give"
    return ""


def fee_credit(assessment: Terms, paid: int, assessed_on: date, package: Terms, on: date) -> int:
    """How much of what was paid for an assessment counts against a package bought on a day; 0 where nothing does."""
    rule = assessment.fee_credit
    in_time = assessed_on <= on <= assessed_on + timedelta(days=rule.days)
    if not rule.percent or not in_time or package.kind not in CREDITED_ON or package.currency != assessment.currency:
        return 0
    return percent(max(paid, 0), rule.percent)


def per_session(terms: Terms) -> int:
    """What one session of it costs at the list price, as the list says it (with tax or without)."""
    return share(terms.price, 1, terms.sessions or 1)


def _taxed(price: int, terms: Terms) -> Amounts:
    return taxed(price, terms.tax_rate, included=terms.tax_included)


def _steps(reckoned: list[tuple[StepKind, str, Amounts]]) -> tuple[Step, ...]:
    """Differences between one sum and the next, so that rounding never gets lost; steps of nothing are left out."""
    steps: list[Step] = []
    before: Amounts = (0, 0, 0)
    for kind, words, after in reckoned:
        net, tax, gross = (new - old for new, old in zip(after, before, strict=True))
        if gross or kind == "price":
            steps.append(Step(kind, words, net, tax, gross))
            before = after
    return tuple(steps)
