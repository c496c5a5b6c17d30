"""The demo studio's price list: the usual packages since it opened, one dearer since, one about to be; and a quote."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from ...extensions import db
from ...models.clients import Client
from ...models.sales.offers import OfferVersion
from ...models.sales.price_list import price_list
from ...models.studios import Studio, studio_today
from ...models.users import User
from ..sales import default_prices, prices, quotes
from ..sales.prices import Validity
from ..sales.quotes import Asked, Conditions
from ..trade import change_trade

UNDECIDED = "Hannah Lindgren-Mbeki"
BANK = "Northside Movement Studio, Mill Street Bank, sort code 00-00-00, account 00000000"
Step = tuple[datetime, Callable[[], object]]


def prices_and_quotes(studio: Studio, users: dict[str, User], opened: datetime, now: datetime) -> list[Step]:
    """What became of the price list, in steps of the story."""
    owner = users["mara"]
    return [
        (opened + timedelta(hours=1), lambda: _put_up(studio, owner)),
        (now - timedelta(weeks=3), lambda: _dearer("single", 99_00, studio_today(), owner)),
        (now - timedelta(days=4), lambda: _dearer("12wk-1", 118_800, _next_month(studio_today()), owner)),
        (now - timedelta(minutes=40), lambda: _quote(studio, users["dana"])),
    ]


def _put_up(studio: Studio, owner: User) -> None:
    """What a session costs, where to pay, and the usual packages."""
    change_trade({"base_session": 80_00, "pay_to": BANK}, by=owner)
    default_prices.start(studio, on=studio_today(), by=owner)


def _dearer(code: str, price: int, first: date, owner: User) -> None:
    version = _listed(code)
    prices.change(
        version.offer, replace(version.terms, price=price), Validity(first, None, "The rent went up"), by=owner
    )


def _quote(studio: Studio, coach: User) -> None:
    """Two packages for somebody who has not made up their mind."""
    client, on = db.session.scalars(select(Client).where(Client.name == UNDECIDED)).one(), studio_today()
    conditions = Conditions(on + timedelta(days=9), "A friend of a client")
    wanted = (Asked(_listed("12wk-1")), Asked(_listed("12wk-2"), 5_000, full=False))
    choices = [quotes.offer(client, one, conditions, on=on) for one in wanted]
    words = "Mornings before nine are free on Tuesdays and Fridays."
    until = on + timedelta(days=14)
    quotes.give(client, choices, on=on, valid_until=until, note=words, size=12, studio=studio, by=coach)


def _listed(code: str) -> OfferVersion:
    return next(version for version in price_list(studio_today()) if version.offer.code == code)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
