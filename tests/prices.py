"""Price lists for tests."""

from datetime import date, timedelta

from studio.models.clients import Client
from studio.models.sales.offers import OfferVersion
from studio.models.sales.price_list import price_list
from studio.models.sales.quotes import Quote
from studio.models.studios import studio_today
from studio.operations.sales import default_prices, quotes
from studio.operations.sales.quotes import Asked, Conditions

from .people import Cast, the_house


def a_price_list(on: date | None = None) -> dict[str, OfferVersion]:
    """The usual packages, by their short names, valid from a day on."""
    made = default_prices.start(the_house(), on=on or studio_today(), by=Cast().owner)
    return {version.offer.code: version for version in made}


def a_quote(client: Client) -> Quote:
    """The first two packages of the list, or of the usual ones, once and twice a week."""
    on = studio_today()
    versions = price_list(on) or [*a_price_list().values()]
    once, twice = (one for one in versions if one.offer.code in ("12wk-1", "12wk-2"))
    conditions = Conditions(starts_on=on + timedelta(days=7), why="A friend")
    wanted = (Asked(once), Asked(twice, discount=5_000, full=False))
    choices = [quotes.offer(client, one, conditions, on=on) for one in wanted]
    return quotes.give(
        client,
        choices,
        on=on,
        valid_until=on + timedelta(days=14),
        note="",
        size=12,
        studio=the_house(),
        by=Cast().coach,
    )
