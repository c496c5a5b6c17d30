"""Changing the price list. A version is never changed: a new one takes its place from its first day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from ...clock import utcnow
from ...extensions import db
from ...models.database import write
from ...models.sales.offers import Offer, OfferVersion
from ...models.sales.price_list import USUAL, holds_on, versions_of
from ...models.studios import studio_today
from ...models.users import User
from ...money import in_words
from ...sheets.stored import pack
from ...terms.terms import Terms
from ..events import record


@dataclass(frozen=True, slots=True)
class Validity:
    """From which day terms hold, until which they are sold (None: until others take their place), and why."""

    first: date
    last: date | None
    why: str


class Unchanged(Exception):
    """The terms say what those before them say."""


class Begun(Exception):
    """A version that has begun may have been sold, so it cannot be taken back."""


class CodeTaken(Exception):
    """Another offer has this short name."""


def add(terms: Terms, validity: Validity, *, code: str, by: User) -> Offer:
    """Put something new on the list, at its end; an empty code gets one made. Raises CodeTaken."""
    with write() as session:
        taken = set(db.session.scalars(select(Offer.code)))
        if code in taken:
            raise CodeTaken
        last = db.session.scalar(select(func.max(Offer.position))) or 0
        offer = Offer(code=code or _free(terms, taken), position=last + 1, created_at=utcnow(), created_by_id=by.id)
        session.add(offer)
        session.flush()
        _version(offer, 1, terms, validity, by)
        _record("added", offer, f"{terms.name} put on the price list at {_price(terms)}", by, version=1)
    return offer


def change(offer: Offer, terms: Terms, validity: Validity, *, by: User) -> OfferVersion:
    """Make the next version; raises Unchanged. Prices begun with may be saved as they are: that says they are right."""
    with write():
        db.session.execute(select(Offer.id).where(Offer.id == offer.id).with_for_update())
        versions = versions_of(offer.id)
        before = holds_on(versions, validity.first)
        if before and before.why != USUAL and (pack(terms), validity.last) == (before.frozen, before.valid_until):
            raise Unchanged
        number = max(one.number for one in versions) + 1
        made = _version(offer, number, terms, validity, by)
        said = f"{terms.name}: {_price(terms)} from {validity.first.isoformat()}"
        _record("changed", offer, said, by, version=number)
    return made


def take_back(version: OfferVersion, *, by: User) -> bool:
    """Take a version off that has not begun; raises Begun. False when with it the whole offer is gone."""
    with write() as session:
        if version.valid_from <= studio_today():
            raise Begun
        offer, name = version.offer, version.terms.name
        _record("taken_back", offer, f"{name}: version {version.number} taken back", by, version=version.number)
        session.delete(version)
        session.flush()
        kept = bool(versions_of(offer.id))
        if not kept:
            session.delete(offer)
    return kept


def archive(offer: Offer, *, by: User) -> None:
    """Sell it no longer; its versions stay."""
    with write():
        offer.archived_at = utcnow()
        _record("archived", offer, f"{_name(offer)} is sold no longer", by)


def restore(offer: Offer, *, by: User) -> None:
    """Sell it again."""
    with write():
        offer.archived_at = None
        _record("restored", offer, f"{_name(offer)} is sold again", by)


def _version(offer: Offer, number: int, terms: Terms, validity: Validity, by: User) -> OfferVersion:
    version = OfferVersion(
        offer_id=offer.id,
        number=number,
        valid_from=validity.first,
        valid_until=validity.last,
        frozen=pack(terms),
        why=validity.why,
        created_at=utcnow(),
        created_by_id=by.id,
    )
    db.session.add(version)
    db.session.flush()
    return version


def _free(terms: Terms, taken: Sequence[str] | set[str]) -> str:
    """A short name such as “12wk-2”, with a number behind it where it is taken."""
    bare = f"{terms.weeks}wk-{terms.per_week or terms.sessions}" if terms.kind == "package" else terms.kind
    tries = [bare, *(f"{bare}.{number}" for number in range(2, len(taken) + 3))]
    return next(one for one in tries if one not in taken)


def _price(terms: Terms) -> str:
    return in_words(terms.price, terms.currency)


def _name(offer: Offer) -> str:
    return versions_of(offer.id)[0].terms.name


def _record(verb: str, offer: Offer, said: str, by: User, **particulars: Any) -> None:
    record(f"price.{verb}", said, by=by, subject=f"offer {offer.id}", **particulars)
