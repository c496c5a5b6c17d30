"""The price list of a day: of each thing that is sold, the version that holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import Subquery, func, or_, select
from sqlalchemy.orm import contains_eager

from ...extensions import db
from .offers import Offer, OfferVersion

USUAL = "The usual packages to start from"
"""Why there is a version that nobody has looked at yet."""


def price_list(on: date) -> list[OfferVersion]:
    """What is sold on a day, in the order of the list, in one statement.

    Of each offer that is not archived it is the newest version begun by then, if that is still valid; so two never
    hold on one day.
    """
    begun = _newest_begun(on)
    valid = or_(OfferVersion.valid_until.is_(None), OfferVersion.valid_until >= on)
    holds = (
        select(OfferVersion)
        .join(begun, begun.c.id == OfferVersion.id)
        .join(OfferVersion.offer)
        .options(contains_eager(OfferVersion.offer))
        .where(begun.c.place == 1, valid, Offer.archived_at.is_(None))
    )
    return list(db.session.scalars(holds.order_by(Offer.position, Offer.id)))


@dataclass(frozen=True, slots=True)
class Listed:
    """One offer with the version that holds, if any, and those that have not begun, the first to begin first."""

    offer: Offer
    now: OfferVersion | None
    coming: tuple[OfferVersion, ...]

    @property
    def shown(self) -> OfferVersion:
        """The version its name and price are taken from."""
        return self.now or self.coming[0]


def whole_list(on: date) -> list[Listed]:
    """Every offer, archived ones too, with what holds or is to come, or what held last; in one statement."""
    begun = _newest_begun(on)
    wanted = or_(begun.c.place == 1, OfferVersion.valid_from > on)
    rows = (
        select(OfferVersion)
        .outerjoin(begun, begun.c.id == OfferVersion.id)
        .join(OfferVersion.offer)
        .options(contains_eager(OfferVersion.offer))
        .where(wanted)
        .order_by(Offer.position, Offer.id, OfferVersion.valid_from, OfferVersion.number)
    )
    found = []
    for offer, versions in groupby(db.session.scalars(rows), key=lambda version: version.offer):
        every = list(versions)
        now = next((one for one in every if one.valid_from <= on), None)
        found.append(Listed(offer, now, tuple(one for one in every if one.valid_from > on)))
    return found


def load_offer(offer_id: int) -> Offer | None:
    return db.session.get(Offer, offer_id)


def load_version(offer_id: int, number: int) -> OfferVersion | None:
    mine = select(OfferVersion).where(OfferVersion.offer_id == offer_id, OfferVersion.number == number)
    return db.session.scalar(mine)


def versions_of(offer_id: int) -> list[OfferVersion]:
    """All versions of an offer, the newest first."""
    mine = select(OfferVersion).where(OfferVersion.offer_id == offer_id)
    return list(db.session.scalars(mine.order_by(OfferVersion.valid_from.desc(), OfferVersion.number.desc())))


def only_begun_with() -> bool:
    """Is the list still just what it was begun with, so that somebody should look at its prices?"""
    own = select(OfferVersion.id).where(OfferVersion.why != USUAL).limit(1)
    return db.session.scalar(own) is None


def holds_on(versions: Sequence[OfferVersion], on: date) -> OfferVersion | None:
    """Which of one offer's versions holds on a day: the newest that has begun, if it is still valid."""
    begun = [one for one in versions if one.valid_from <= on]
    newest = max(begun, key=lambda one: (one.valid_from, one.number), default=None)
    return newest if newest and (newest.valid_until is None or newest.valid_until >= on) else None


def _newest_begun(on: date) -> Subquery:
    """Every version begun by a day with its place among its offer's, 1 for the newest."""
    newest_first = (OfferVersion.valid_from.desc(), OfferVersion.number.desc())
    place = func.row_number().over(partition_by=OfferVersion.offer_id, order_by=newest_first)
    return select(OfferVersion.id, place.label("place")).where(OfferVersion.valid_from <= on).subquery()
