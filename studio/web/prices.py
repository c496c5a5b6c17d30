"""What pages of prices have in common: the list by kind, and the plain words of terms."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask

from ..models.sales.price_list import Listed
from ..money import split
from ..terms import pricing, words
from ..terms.terms import KINDS, WORDS, Terms
from ..terms.usual import REFERENCE_CURRENCY
from .setup_first import studio

PLURAL = WORDS | {"assessment": "Assessments", "package": "Packages", "single": "Single sessions"}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(terms_words=words, per_session=pricing.per_session, priced=pricing.priced, parts=parts)


@dataclass(frozen=True, slots=True)
class Part:
    """One instalment: how many days after the start, and how much."""

    day: int
    amount: int


def parts(gross: int, terms: Terms) -> list[Part]:
    """The instalments of an amount; none where it is paid in full anyway."""
    days = terms.instalment_days
    return [Part(*one) for one in zip(days, split(gross, len(days)), strict=True)] if len(days) > 1 else []


def by_kind(listed: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """The list under the headings of its kinds, those without anything left out."""
    every = list(listed)
    groups = [(PLURAL[kind], [one for one in every if one.shown.terms.kind == kind]) for kind in KINDS]
    return [group for group in groups if group[1]]


def may_be_foreign() -> bool:
    """Are the usual figures those of another money than the studio's?"""
    return studio().currency != REFERENCE_CURRENCY
