"""The books of some days: what clients owed before, what moved it and what they owe now; invoices by tax, payments."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select

from ...extensions import db
from ...money import in_words, rate_in_words
from .by_month import whole_sum
from .invoices import Invoice
from .ledger import Entry, EntryKind, Method, Payment
from .revenue import Deferred, deferred

NO_RATE = None
"""Of an invoice that was put in from elsewhere without its lines."""


@dataclass(frozen=True, slots=True)
class Taxed:
    """Invoices and credit notes of one rate (thousandths of a percent), in minor units; net + tax = gross."""

    rate: int | None
    net: int
    tax: int
    gross: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Of one way of paying: what came in, what went back (negative), and how many rows they are."""

    method: Method
    came: int
    went: int
    rows: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One currency's books from a day to a day. `late` rows were written after the last moment of those days."""

    currency: str
    opening: int
    moves: dict[EntryKind, int]
    closing: int
    taxed: list[Taxed]
    taken: list[Taken]
    rows: int
    late: int

    def words(self, amount: int) -> str:
        return in_words(amount, self.currency)

    @staticmethod
    def rate_words(rate: int | None) -> str:
        return rate_in_words(rate) if rate is not None else "Not known"

    @property
    def invoiced(self) -> int:
        return sum(one.gross for one in self.taxed)

    @property
    def received(self) -> int:
        return sum(one.came + one.went for one in self.taken)

    @property
    def agrees(self) -> bool:
        """Do the ledger, the invoices and the payments say the same?"""
        moved = defaultdict(int, self.moves)
        return (
            self.opening + sum(self.moves.values()) == self.closing
            and moved[EntryKind.invoice] + moved[EntryKind.credit_note] == self.invoiced
            and moved[EntryKind.payment] + moved[EntryKind.refund] == -self.received
        )


@dataclass(frozen=True, slots=True)
class Books:
    """All of some days; `deferred` is what is sold and not delivered on the last of them."""

    statements: list[Statement]
    deferred: list[Deferred]


def books(first: date, last: date, *, ends: datetime, currency: str) -> Books:
    """The books between two days, both counted; `ends` is the first moment after them. The studio's currency is first.

    Five statements, however many rows there are; invoices are read a piece at a time for the rates in their lines.
    """
    before, moves = _moved(first, last, ends)
    taxed, taken, closing = _taxed(first, last), _taken(first, last), _closing(last)
    used = sorted({currency, *before, *moves, *taxed, *taken, *closing}, key=lambda one: (one != currency, one))
    return Books([_statement(one, before, moves, closing, taxed, taken) for one in used], deferred(last, currency))


def _statement(
    currency: str,
    before: dict[str, int],
    moves: dict[str, list[Any]],
    closing: dict[str, int],
    taxed: dict[str, list[Taxed]],
    taken: dict[str, list[Taken]],
) -> Statement:
    mine = moves.get(currency, [])
    return Statement(
        currency=currency,
        opening=before.get(currency, 0),
        moves={row.kind: row.amount for row in mine},
        closing=closing.get(currency, 0),
        taxed=taxed.get(currency, []),
        taken=taken.get(currency, []),
        rows=sum(row.rows for row in mine),
        late=sum(row.late for row in mine),
    )


def _moved(first: date, last: date, ends: datetime) -> tuple[dict[str, int], dict[str, list[Any]]]:
    """What clients owed before, and the sums of each kind of row since."""
    opening = select(Entry.currency, whole_sum(Entry.amount.expression)).where(Entry.on < first)
    rows = db.session.execute(
        select(
            Entry.currency,
            Entry.kind,
            whole_sum(Entry.amount.expression).label("amount"),
            func.count().label("rows"),
            whole_sum(case((Entry.at >= ends, 1), else_=0)).label("late"),
        )
        .where(Entry.on.between(first, last))
        .group_by(Entry.currency, Entry.kind)
    )
    moves: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        moves[row.currency].append(row)
    return _pairs(opening.group_by(Entry.currency)), moves


def _closing(last: date) -> dict[str, int]:
    """Summed by itself, not from what the moves say: the two have to agree."""
    mine = select(Entry.currency, whole_sum(Entry.amount.expression)).where(Entry.on <= last)
    return _pairs(mine.group_by(Entry.currency))


def _pairs(query: Any) -> dict[str, int]:
    return {row[0]: row[1] for row in db.session.execute(query)}


def _taxed(first: date, last: date) -> dict[str, list[Taxed]]:
    sums: dict[str, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for currency, part in _parts(first, last):
        for place, amount in enumerate((part.net, part.tax, part.gross)):
            sums[currency][part.rate][place] += amount
    return {
        currency: [Taxed(rate, *found) for rate, found in sorted(rates.items(), key=lambda one: -(one[0] or 0))]
        for currency, rates in sums.items()
    }


def _parts(first: date, last: date) -> Iterator[tuple[str, Taxed]]:
    mine = select(Invoice.currency, Invoice.net, Invoice.tax, Invoice.gross, Invoice.lines)
    rows = mine.where(Invoice.issued_on.between(first, last)).execution_options(yield_per=1000)
    for row in db.session.execute(rows):
        for part in by_rate(row.lines, row.net, row.tax, row.gross):
            yield row.currency, part


def by_rate(lines: list[dict[str, Any]], net: int, tax: int, gross: int) -> list[Taxed]:
    """An invoice cut by the rates of its lines; whole where it has none."""
    if not lines:
        return [Taxed(NO_RATE, net, tax, gross)]
    rates = sorted({line["rate"] for line in lines}, reverse=True)
    cut = {rate: [line for line in lines if line["rate"] == rate] for rate in rates}
    return [
        Taxed(rate, *(sum(line[name] for line in mine) for name in ("net", "tax", "gross")))
        for rate, mine in cut.items()
    ]


def _taken(first: date, last: date) -> dict[str, list[Taken]]:
    rows = db.session.execute(
        select(
            Payment.currency,
            Payment.method,
            whole_sum(case((Payment.amount > 0, Payment.amount), else_=0)).label("came"),
            whole_sum(case((Payment.amount < 0, Payment.amount), else_=0)).label("went"),
            func.count().label("rows"),
        )
        .where(Payment.received_on.between(first, last))
        .group_by(Payment.currency, Payment.method)
    )
    found: dict[str, list[Taken]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: list(Method).index(row.method)):
        found[row.currency].append(Taken(row.method, row.came, row.went, row.rows))
    return found
