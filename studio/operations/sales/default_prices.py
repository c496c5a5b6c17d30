"""A new studio's price list: the usual packages, to be changed where they do not fit."""

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from ...clock import utcnow
from ...extensions import db
from ...models.books.trade import the_trade
from ...models.database import write
from ...models.sales.offers import Offer, OfferVersion
from ...models.sales.price_list import USUAL
from ...models.studios import Studio
from ...models.users import User
from ...sheets.stored import pack
from ...terms.terms import Terms
from ...terms.usual import usual_prices
from ..events import record


class AlreadyThere(Exception):
    """The list is not empty, so nothing was put on it."""


def usual_terms(studio: Studio) -> list[tuple[str, Terms]]:
    """What would be made, by short name: with the studio's currency and its tax."""
    trade = the_trade()
    return [
        (usual.code, replace(usual.terms, tax_rate=trade.tax_rate, tax_included=trade.tax_included))
        for usual in usual_prices(studio.currency)
    ]


def start(studio: Studio, *, on: date, by: User) -> list[OfferVersion]:
    """Put the usual packages on an empty list, valid from a day on; raises AlreadyThere."""
    with write() as session:
        if db.session.scalar(select(func.count()).select_from(Offer)):
            raise AlreadyThere
        now, made = utcnow(), []
        for position, (code, terms) in enumerate(usual_terms(studio), 1):
            offer = Offer(code=code, position=position, created_at=now, created_by_id=by.id)
            version = OfferVersion(offer=offer, number=1, valid_from=on, frozen=pack(terms), why=USUAL)
            version.created_at, version.created_by_id = now, by.id
            session.add(version)
            made.append(version)
        session.flush()
        record("prices.started", f"Price list begun with {len(made)} usual packages", by=by, subject="prices")
    return made
