"""Price lists for tests."""

from datetime import date

from studio.models.sales.offers import OfferVersion
from studio.models.studios import studio_today
from studio.operations.sales import default_prices

from .people import Cast, the_house


def a_price_list(on: date | None = None) -> dict[str, OfferVersion]:
    """The usual packages, by their short names, valid from a day on."""
    made = default_prices.start(the_house(), on=on or studio_today(), by=Cast().owner)
    return {version.offer.code: version for version in made}
