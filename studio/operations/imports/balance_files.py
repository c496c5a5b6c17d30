"""Files of what clients bring along: sessions left of a package, money owed or paid ahead. The same twice is once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ...models.clients import fold
from ...models.imports import NEW, SAME, WRONG
from ...models.sales.offers import OfferVersion
from ...models.sales.price_list import price_list
from ...models.studios import studio_today, the_studio
from ...models.users import Role, User
from ...money import in_words
from ...terms.clock import DAY, WEEK
from ..sales import bringing
from ..sales.bringing import Brought, Package
from . import balance_cells
from .balance_cells import COLUMNS, NAMES
from .client_cells import NUMBER
from .client_match import Person, in_the_book, person_of, same
from .kinds import Judged, Kind, Row

FAR = 10
Before = tuple[dict[int, list[tuple[Any, int, int]]], dict[int, int]]


class BalanceBook:
    """The clients and what they brought already; lines join as they are read."""

    def __init__(self) -> None:
        studio = the_studio()
        self.currency = studio.currency if studio else "EUR"
        self.today = studio_today()
        self.readers = balance_cells.readers()
        listed = price_list(self.today)
        self.offers = {fold(one.offer.code): one for one in listed} | {fold(one.terms.name): one for one in listed}
        self.lines: dict[tuple[int, str, date | None], int] = {}

    def judge(self, rows: Sequence[Row]) -> list[Judged]:
        read = [(row, *balance_cells.read(row.cells, self.readers)) for row in rows]
        good = [person_of(values, 0) for _, values, problems in read if not problems]
        book = in_the_book(good)
        found = [same(one, book) for one in good]
        ids = {one.client.id for one in found if one and one.client}
        before = bringing.packages_of(ids), bringing.money_of(ids)
        people = iter(found)
        return [
            Judged(row.line, WRONG, row.cells.get("name", ""), problems=tuple(problems))
            if problems
            else self._judge(row, values, next(people), before)
            for row, values, problems in read
        ]

    def take(self, lines: Sequence[Judged], *, by: User) -> None:
        for line in lines:
            if line.verdict == NEW:
                bringing.bring(line.row, line.values["brought"], by=by)

    def _judge(self, row: Row, values: dict[str, Any], person: Person | None, before: Before) -> Judged:
        who = ", ".join(filter(None, (values["name"], values.get("package"))))

        def wrong(words: str) -> Judged:
            return Judged(row.line, WRONG, who, problems=(words,), client_id=client.id if client else None)

        client = person.client if person else None
        if client is None:
            return wrong("Nobody in the book is certainly this client. Bring the clients in first, with their client "
                         "number, e-mail, phone or birth date on both lines")  # fmt: skip
        package = self._package(values) if "package" in values else None
        if package and not package.version and "ends_on" not in values:
            return wrong("Ends on: Enter its last day, for this package is not on the price list")
        if package and abs(package.last_on.year - self.today.year) > FAR:
            return wrong(f"Ends on: Enter a day within {FAR} years")
        if package and package.last_on < self.today and package.left:
            return wrong("Ends on: Its last day is over. Enter a later one, or 0 sessions left")
        key = (client.id, fold(package.name) if package else "", package.starts_on if package else None)
        if earlier := self.lines.get(key):
            return wrong(f"Line {earlier} is the same package of the same client. Keep one of the two lines")
        self.lines[key] = row.line
        brought = Brought(package, values.get("owed", 0), self.currency)
        if (there := _there(client.id, brought, before)) is not None:
            if there != ((package.left if package else 0), brought.owed):
                return wrong("This was brought along before with other figures. Put them right on the client’s page")
            return Judged(row.line, SAME, who, _told(brought), row=client, client_id=client.id)
        return Judged(row.line, NEW, who, _told(brought), row=client, client_id=client.id, values={"brought": brought})

    def _package(self, values: dict[str, Any]) -> Package:
        version: OfferVersion | None = self.offers.get(fold(values["package"]))
        name = version.terms.name if version else values["package"]
        usual = version.terms.weeks + version.terms.grace_weeks if version else 0
        last = values.get("ends_on") or values["starts_on"] + usual * WEEK - DAY
        bought = values.get("bought") or max(version.terms.sessions if version else 0, values["left"])
        return Package(name, bought, values["left"], values["starts_on"], last, version)


def _there(client_id: int, brought: Brought, before: Before) -> tuple[int, int] | None:
    """The sessions and the money with which it was brought along before."""
    packages, money = before
    if brought.package is None:
        return (0, money[client_id]) if client_id in money else None
    name, start = fold(brought.package.name), brought.package.starts_on
    mine = (one for one in packages.get(client_id, ()) if one[0].starts_on == start and fold(one[0].terms.name) == name)
    return next(((granted, owed) for _, granted, owed in mine), None)


def _told(brought: Brought) -> str:
    package, said = brought.package, []
    if package:
        said.append(f"{package.left} of {package.bought} left, until {package.last_on.day} {package.last_on:%b %Y}")
        said.append("" if package.version else "not on the price list")
    if brought.owed:
        said.append(f"{in_words(abs(brought.owed), brought.currency)} {'owed' if brought.owed > 0 else 'paid ahead'}")
    return " · ".join(filter(None, said))


BALANCES = Kind(
    key="balances",
    title="Balances",
    lede="Sessions left of packages begun before, money owed or paid ahead",
    labels=COLUMNS,
    names=NAMES,
    needed="name",
    examples=(
        {
            NUMBER: "1001",
            "name": "Anna Example",
            "package": "12 weeks, twice a week",
            "left": "15",
            "bought": "24",
            "starts_on": "2026-09-01",
            "ends_on": "2026-12-21",
            "owed": "120.00",
        },
        {NUMBER: "1002", "name": "Bernd Example", "owed": "-40.00"},
    ),
    hints=(
        "Bring the clients in first. They are found by client number, e-mail, or name with phone or birth date.",
        "A package needs its name, the sessions left and its first day; its last day too, if it is on no price list.",
        "Money owed is what clients owe beside; with a minus it is what they have paid ahead.",
        "It is no sale of yours here: no invoice is made and no revenue is counted. Those stand in your old books.",
        "The same file again changes nothing.",
    ),
    roles=frozenset((Role.owner,)),
    place="settings",
    back=("Clients", "clients.index"),
    book=BalanceBook,
    at_once=20,
)
