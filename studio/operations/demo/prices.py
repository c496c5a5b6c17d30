"""The demo studio's price list: the usual packages, since it opened."""

from ...models.studios import Studio, studio_today
from ...models.users import User
from ..sales import default_prices


def put_up_prices(studio: Studio, *, by: User) -> None:
    """Put the usual packages on the list."""
    default_prices.start(studio, on=studio_today(), by=by)
