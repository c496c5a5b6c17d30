"""The price list as rows of a spreadsheet: every version of everything, so that old prices can be looked up."""

from collections.abc import Iterator

from sqlalchemy import select

from ...extensions import db
from ...money import plain, rate_in_words
from ...terms.pricing import per_session
from .offers import Offer, OfferVersion

HEAD = (
    "Code", "Version", "Kind", "Name", "From", "Until", "Price", "Currency", "A session", "Premium", "Tax",
    "Tax included", "Sessions", "Minutes", "Weeks", "Grace weeks", "Screens", "Home sheets", "Letters",
    "Parts due on days", "Archived",
)  # fmt: skip


def csv_rows() -> Iterator[tuple[object, ...]]:
    """The head, then the versions in the order of the list, the oldest first."""
    yield HEAD
    in_order = (Offer.position, Offer.id, OfferVersion.number)
    for version in db.session.scalars(select(OfferVersion).join(OfferVersion.offer).order_by(*in_order)):
        yield _row(version)


def _row(version: OfferVersion) -> tuple[object, ...]:
    terms, offer = version.terms, version.offer
    amounts = [plain(amount, terms.currency) for amount in (terms.price, per_session(terms), terms.premium)]
    weeks = [" ".join(map(str, some)) for some in (terms.screens, terms.sheets, terms.letters, terms.instalment_days)]
    return (
        offer.code,
        version.number,
        terms.kind,
        terms.name,
        version.valid_from.isoformat(),
        version.valid_until.isoformat() if version.valid_until else "",
        amounts[0],
        terms.currency,
        *amounts[1:],
        rate_in_words(terms.tax_rate),
        "yes" if terms.tax_included else "no",
        terms.sessions,
        terms.minutes,
        terms.weeks,
        terms.grace_weeks,
        *weeks,
        "yes" if offer.archived_at else "",
    )
