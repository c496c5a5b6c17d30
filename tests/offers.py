"""What the studio of the tests has on its price list."""

from datetime import date
from itertools import count

from studio.clock import utcnow
from studio.models.database import write
from studio.models.sales.offers import Offer, OfferVersion
from studio.sheets.stored import pack
from studio.terms.terms import FeeCredit, Terms

from .people import Cast

_number = count(1)
ASSESSMENT = Terms(
    "assessment", "Assessment", 19500, "GBP", sessions=1, weeks=4, minutes=90, fee_credit=FeeCredit(50_000, 7)
)
TWICE = Terms(
    "package",
    "12 weeks, twice a week",
    216600,
    "GBP",
    sessions=24,
    weeks=12,
    per_week=2,
    screens=(6, 12),
    instalment_days=(0, 28, 56),
    transfers=1,
)


def an_offer(terms: Terms = TWICE, *, begins: date = date(2026, 1, 1), offer: Offer | None = None) -> OfferVersion:
    """These terms on the list from a day on; with `offer` its next version."""
    with write() as session:
        if offer is None:
            offer = Offer(code=f"offer-{next(_number)}", created_at=utcnow(), created_by_id=Cast().owner.id)
            session.add(offer)
            session.flush()
        number = session.query(OfferVersion).filter_by(offer_id=offer.id).count() + 1
        version = OfferVersion(
            offer_id=offer.id,
            number=number,
            valid_from=begins,
            frozen=pack(terms),
            created_at=utcnow(),
            created_by_id=Cast().owner.id,
        )
        session.add(version)
    return version
