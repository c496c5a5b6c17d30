"""What pages of prices have in common: the list by kind, and the plain words of terms."""

from collections.abc import Iterable

from flask import Flask

from ..models.sales.price_list import Listed
from ..terms import pricing, words
from ..terms.terms import KINDS, WORDS

PLURAL = WORDS | {"assessment": "Assessments", "package": "Packages", "single": "Single sessions"}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(terms_words=words, per_session=pricing.per_session)


def by_kind(listed: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """The list under the headings of its kinds, those without anything left out."""
    every = list(listed)
    groups = [(PLURAL[kind], [one for one in every if one.shown.terms.kind == kind]) for kind in KINDS]
    return [group for group in groups if group[1]]
