"""Who owes what, and since when: the open parts of all invoices, by client and by how late they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select

from ...extensions import db
from ..clients import Client, Face
from .due import Part, open_invoices
from .invoices import Invoice, Reminder

SPANS: Final = ((0, "Not yet due"), (30, "1–30 days"), (60, "31–60"), (90, "61–90"), (1_000_000, "Over 90"))
"""Each up to so many days late."""
FEW = 40


@dataclass(frozen=True)
class LatePart:
    """An instalment that is late; `reminded` is when and how often somebody said so."""

    part: Part
    invoice: Invoice
    days: int
    times: int
    reminded: str


@dataclass(frozen=True)
class Owing:
    """One client: `sums` by span, what is late with the oldest first, and whether a mail can reach them."""

    client: Face
    email: str
    phone: str
    sums: tuple[int, ...]
    late: Sequence[LatePart]

    @property
    def total(self) -> int:
        return sum(self.sums)

    @property
    def days(self) -> int:
        return max((one.days for one in self.late), default=0)


@dataclass(frozen=True)
class Aging:
    """The latest first, a page of them; `sums` and `clients` are of all. `next` is where the next page begins."""

    sums: tuple[int, ...]
    clients: int
    owing: Sequence[Owing]
    next: int | None


def aging(on: date, currency: str, *, skip: int = 0) -> Aging:
    """Four statements, however many invoices are open."""
    parts: dict[int, list[tuple[Invoice, Part]]] = defaultdict(list)
    for one in open_invoices(Invoice.currency == currency):
        parts[one.invoice.client_id] += [(one.invoice, part) for part in one.unpaid]
    ranked = sorted(parts, key=lambda id_: (-max(part.late(on) for _, part in parts[id_]), id_))
    shown = ranked[skip : skip + FEW]
    reminded = _reminded([part.id for id_ in shown for _, part in parts[id_] if part.late(on)])
    people = _people(shown)
    return Aging(
        sums=_sums([part for mine in parts.values() for _, part in mine], on),
        clients=len(parts),
        owing=[_owing(people[id_], parts[id_], reminded, on) for id_ in shown],
        next=skip + FEW if len(ranked) > skip + FEW else None,
    )


def _owing(
    person: tuple[Face, str, str], mine: Sequence[tuple[Invoice, Part]], reminded: dict[int, tuple[int, str]], on: date
) -> Owing:
    late = [
        LatePart(part, invoice, part.late(on), *reminded.get(part.id, (0, "")))
        for invoice, part in mine
        if part.late(on)
    ]
    return Owing(*person, _sums([part for _, part in mine], on), sorted(late, key=lambda one: -one.days))


def _sums(parts: Sequence[Part], on: date) -> tuple[int, ...]:
    sums = [0] * len(SPANS)
    for part in parts:
        sums[next(place for place, (last, _) in enumerate(SPANS) if part.late(on) <= last)] += part.open
    return tuple(sums)


def _people(ids: Sequence[int]) -> dict[int, tuple[Face, str, str]]:
    rows = db.session.execute(
        select(Client.id, Client.name, Client.colour, Client.email, Client.phone).where(Client.id.in_(ids))
    )
    return {id_: (Face(id_, name, colour), email, phone) for id_, name, colour, email, phone in rows}


def _reminded(ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    """How often each instalment was reminded of, and how last."""
    newest = (
        select(Reminder.instalment_id, func.count().label("times"), func.max(Reminder.id).label("last"))
        .where(Reminder.instalment_id.in_(ids))
        .group_by(Reminder.instalment_id)
        .subquery()
    )
    rows = db.session.execute(
        select(newest.c.instalment_id, newest.c.times, Reminder.how).join(Reminder, Reminder.id == newest.c.last)
    )
    return {id_: (times, how) for id_, times, how in rows}
